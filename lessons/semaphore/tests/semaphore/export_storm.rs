//! The steps of `export_storm`. Make them pass from the first to the last; never edit them.

use kit::{ms, timed};
use semaphore::export_storm::export_all;
use worlds::{ExportError, Rows, Warehouse};

/// Three tables, one of them broken: every result stands in its place.
#[kit::test]
async fn step_1_every_table_has_its_result() {
    let warehouse = Warehouse::new().table("bills", 30).broken("drafts", 20).table("cities", 10);

    let rows = export_all(&warehouse, &["bills", "drafts", "cities"].map(str::to_owned), 3).await;

    assert_eq!(
        rows,
        [Ok(Rows::of("bills")), Err(ExportError::of("drafts")), Ok(Rows::of("cities"))],
        "the result at index `i` belongs to `tables[i]`, whichever was done first"
    );
}

/// Twelve tables, four at once: never more than four connections.
#[kit::test]
async fn step_2_no_more_connections_than_the_limit() {
    let (warehouse, tables) = warehouse_of(12);

    export_all(&warehouse, &tables, 4).await;

    let most = warehouse.most_running();
    assert!(
        most <= 4,
        "{most} exports ran at once instead of at most 4: at which line is the permit given back?"
    );
}

/// A thousand tables, four at once: never more than four buffers.
#[kit::test]
async fn step_3_no_more_buffers_than_the_limit() {
    let (warehouse, tables) = warehouse_of(1_000);

    export_all(&warehouse, &tables, 4).await;

    let most = warehouse.most_open();
    assert!(
        most <= 4,
        "{most} exports of 1000 were open at once instead of at most 4, each with its buffer: \
         what happens before the permit is there?"
    );
}

/// One table of 40 ms and four of 10 ms, two at once: the four pass beside the long one.
#[kit::test]
async fn step_4_the_whole_limit_is_used() {
    let (warehouse, mut tables) = warehouse_of(4);
    let warehouse = warehouse.table("orders", 40);
    tables.insert(0, "orders".to_owned());

    let (_, took) = timed(export_all(&warehouse, &tables, 2)).await;

    assert_eq!(
        took,
        ms(40),
        "four tables of 10 ms fit beside one of 40 ms, but it took {took:?} instead of 40ms: \
         a place was free while tables waited"
    );
}

/// Dropped after 15 ms, nothing of it goes on: both exports stop and give their buffers back.
#[kit::test]
async fn step_5_leaves_nothing_behind() {
    let warehouse = Warehouse::new().table("a", 100).table("b", 100);
    let tables = ["a", "b"].map(str::to_owned);

    let call = tokio::time::timeout(ms(15), export_all(&warehouse, &tables, 2)).await;
    kit::settle().await;

    assert!(call.is_err(), "two tables take 100 ms, but the call was over within 15 ms");
    let (canceled, open) = (warehouse.canceled(), warehouse.open_now());
    assert_eq!(
        (canceled, open),
        (2, 0),
        "the call was dropped with 2 exports under way: {canceled} were dropped with it instead \
         of 2, {open} are still open instead of 0: who owns the exports?"
    );
}

/// A warehouse with `count` tables of 10 ms, and their names.
fn warehouse_of(count: usize) -> (Warehouse, Vec<String>) {
    let tables: Vec<String> = (0..count).map(|number| format!("table {number}")).collect();
    let warehouse = tables.iter().fold(Warehouse::new(), |all, name| all.table(name, 10));
    (warehouse, tables)
}
