//! The names of a program's functions, from the table of symbols in its file.
//!
//! The standard library could tell them too, but reads all of the debug information for it.

use std::{
    collections::HashMap,
    fs::{self, File},
    io,
    os::unix::fs::FileExt,
    path::Path,
    sync::{LazyLock, Mutex, PoisonError},
};

/// Sizes and places in a file of the form ELF, 64 bits: the header, a section, a symbol.
const HEADER: usize = 64;
const SECTION: usize = 64;
const SYMBOL: usize = 24;
/// The kind of a section that is a table of symbols.
const SYMBOL_TABLE: u32 = 2;
/// The kind of a program that can be loaded anywhere.
const MOVABLE: u16 = 3;
/// A longer name is cut off.
const LONGEST: usize = 512;

/// What was found so far, by address: stacks have most of their frames in common.
static KNOWN: LazyLock<Mutex<HashMap<usize, Option<String>>>> = LazyLock::new(Mutex::default);

/// The mangled name of the function at each address, where it is one of this program's own.
pub(super) fn names(addresses: &[usize]) -> Vec<Option<String>> {
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let mut new: Vec<usize> = addresses.to_vec();
    new.retain(|address| !known.contains_key(address));
    if !new.is_empty() {
        let names = look_up(&new).unwrap_or_else(|| vec![None; new.len()]);
        known.extend(new.into_iter().zip(names));
    }
    addresses.iter().map(|address| known.get(address).cloned().flatten()).collect()
}

fn look_up(addresses: &[usize]) -> Option<Vec<Option<String>>> {
    let start = start()?;
    read(&File::open("/proc/self/exe").ok()?, start, addresses).ok()
}

/// Where the program was loaded.
fn start() -> Option<u64> {
    let maps = fs::read_to_string("/proc/self/maps").ok()?;
    let program = fs::read_link("/proc/self/exe").ok()?;
    let line = maps.lines().find(|line| {
        let file = line.split_whitespace().nth(5).map(Path::new);
        file == Some(&program)
    })?;
    u64::from_str_radix(line.split_once('-')?.0, 16).ok()
}

fn read(program: &File, start: u64, addresses: &[usize]) -> io::Result<Vec<Option<String>>> {
    let header = bytes(program, 0, HEADER)?;
    let start = if short(&header, 16) == MOVABLE { start } else { 0 };
    let (sections, count) = (long(&header, 40), short(&header, 60));
    let sections = bytes(program, sections, usize::from(count) * SECTION)?;
    let mut sections_in_turn = sections.chunks_exact(SECTION);
    let table = sections_in_turn.find(|section| word(section, 4) == SYMBOL_TABLE);
    let table = table.ok_or(io::ErrorKind::NotFound)?;
    let texts = sections.chunks_exact(SECTION).nth(usize_of(u64::from(word(table, 40))));
    let texts = long(texts.ok_or(io::ErrorKind::InvalidData)?, 24);
    let symbols = bytes(program, long(table, 24), usize_of(long(table, 32)))?;

    // A return address is behind the call that it belongs to.
    let offset = |address: &usize| (*address as u64).wrapping_sub(start).wrapping_sub(1);
    let mut wanted: Vec<(u64, usize)> = addresses.iter().map(offset).zip(0..).collect();
    wanted.sort_unstable();
    let mut places = vec![None; addresses.len()];
    let (least, most) = match (wanted.first(), wanted.last()) {
        (Some((least, _)), Some((most, _))) => (*least, *most),
        _ => return Ok(Vec::new()),
    };
    for symbol in symbols.chunks_exact(SYMBOL) {
        let (from, length) = (long(symbol, 8), long(symbol, 16));
        let to = from.saturating_add(length);
        if to <= least || from > most {
            continue;
        }
        let first = wanted.partition_point(|(offset, _)| *offset < from);
        let within = wanted[first..].iter().take_while(|(offset, _)| *offset < to);
        for (_, index) in within {
            places[*index] = Some(word(symbol, 0));
        }
    }
    let name = |place: Option<u32>| text(program, texts + u64::from(place?)).ok();
    Ok(places.into_iter().map(name).collect())
}

fn bytes(file: &File, at: u64, length: usize) -> io::Result<Vec<u8>> {
    let mut bytes = vec![0; length];
    file.read_exact_at(&mut bytes, at)?;
    Ok(bytes)
}

/// The text at a place, up to its zero.
fn text(file: &File, at: u64) -> io::Result<String> {
    let mut bytes = [0; LONGEST];
    let length = file.read_at(&mut bytes, at)?;
    let text = bytes[..length].split(|byte| *byte == 0).next().unwrap_or_default();
    Ok(String::from_utf8_lossy(text).into_owned())
}

fn short(bytes: &[u8], at: usize) -> u16 {
    u16::from_ne_bytes([bytes[at], bytes[at + 1]])
}

fn word(bytes: &[u8], at: usize) -> u32 {
    bytes[at..at + 4].try_into().map_or(0, u32::from_ne_bytes)
}

fn long(bytes: &[u8], at: usize) -> u64 {
    bytes[at..at + 8].try_into().map_or(0, u64::from_ne_bytes)
}

fn usize_of(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
