//! The steps of `auto_save`. Make them pass from the first to the last; never edit them.

use kit::{ms, timed};
use timeouts::auto_save::{AutoSave, Stats};
use tokio::{runtime::Handle, time::sleep};
use worlds::Drafts;

/// An edit at 0 ms and one at 300, with a delay of 100: they are saved at 100 and at 400.
#[kit::test]
async fn step_1_a_text_is_saved_after_its_delay() {
    let store = Drafts::new(20);
    let editor = AutoSave::new(ms(100), store.clone());

    editor.edit("one");
    sleep(ms(300)).await;
    editor.edit("two");
    sleep(ms(300)).await;
    let stats = editor.close().await;

    let expected = saves(&[(100, "one"), (400, "two")]);
    assert_eq!(
        store.saves(),
        expected,
        "two edits far apart are 2 saves, each 100 ms after its edit; there were {}",
        store.saves().len(),
    );
    assert_eq!(
        stats,
        Stats { saved: 2, failed: 0 },
        "2 saves succeeded and 0 failed; counted were {} and {}",
        stats.saved,
        stats.failed,
    );
}

/// Five edits, 20 ms apart, with a delay of 100: one save, of the last one, at 80 + 100 ms.
#[kit::test]
async fn step_2_each_edit_starts_the_wait_anew() {
    let store = Drafts::new(20);
    let editor = AutoSave::new(ms(100), store.clone());

    for text in ["d", "dr", "dra", "draf", "draft"] {
        editor.edit(text);
        sleep(ms(20)).await;
    }
    sleep(ms(400)).await;
    editor.close().await;

    assert_eq!(
        store.saves(),
        saves(&[(180, "draft")]),
        "five edits at 0, 20, 40, 60 and 80 ms are 1 save, of the last text, at 180 ms; there were \
         {}: which edit does the wait count from?",
        store.saves().len(),
    );
}

/// A save takes 100 ms. What is due while it is under way begins when it ends, not before.
#[kit::test]
async fn step_3_a_save_under_way_is_never_cut_off() {
    let store = Drafts::new(100);
    let editor = AutoSave::new(ms(50), store.clone());

    editor.edit("saved from 50 to 150");
    sleep(ms(60)).await;
    editor.edit("due at 110");
    sleep(ms(300)).await;
    editor.close().await;

    assert_eq!(
        (store.canceled(), store.most_at_once()),
        (0, 1),
        "an edit came during a save: {} saves were cut off instead of 0, and at most {} were under \
         way together instead of 1: what does an edit end, the wait or the save?",
        store.canceled(),
        store.most_at_once(),
    );
    assert_eq!(
        store.saves(),
        saves(&[(50, "saved from 50 to 150"), (150, "due at 110")]),
        "the second text was due at 110 ms and the first save ended at 150: it begins at 150. Did \
         the edit get lost, or was its delay counted from the end of the save?"
    );

    let store = Drafts::new(100);
    let editor = AutoSave::new(ms(50), store.clone());
    editor.edit("saved from 50 to 150");
    sleep(ms(130)).await;
    editor.edit("due at 180");
    sleep(ms(300)).await;
    editor.close().await;
    let begun: Vec<u64> = store.saves().iter().map(|(at, _)| *at).collect();
    let apart = begun.last().zip(begun.first()).map(|(last, first)| last - first);
    assert_eq!(
        apart,
        Some(130),
        "the first save begins at 50 ms and ends at 150; an edit at 130 ms is due at 180, which is \
         130 ms later, and not when the save ends: every edit has its whole delay"
    );
}

/// Closed 10 ms after an edit: it is saved at once. Closed during a save: that one comes first.
#[kit::test]
async fn step_4_close_saves_what_is_pending() {
    let (idle, waiting, saving) = (Drafts::new(20), Drafts::new(20), Drafts::new(100));
    let untouched = AutoSave::new(ms(100), idle.clone());
    let calm = AutoSave::new(ms(100), waiting.clone());
    let busy = AutoSave::new(ms(50), saving.clone());

    busy.edit("saved from 50 to 150");
    sleep(ms(90)).await;
    busy.edit("pending");
    calm.edit("pending");
    sleep(ms(10)).await;
    let untouched_close = timed(untouched.close()).await;
    let calm_close = timed(calm.close()).await;
    let busy_close = timed(busy.close()).await;

    let saved = |saved| Stats { saved, failed: 0 };
    assert_eq!(
        (untouched_close, calm_close),
        ((saved(0), ms(0)), (saved(1), ms(20))),
        "without an edit `close` has 0 texts to save and takes 0 ms; with one pending it takes the \
         20 ms of 1 save; seen {untouched_close:?}, then {calm_close:?}: is an edit lost, or is its \
         delay waited out?"
    );
    // `calm.close()` took until 120 ms.
    assert_eq!(
        (busy_close, saving.saves()),
        ((saved(2), ms(130)), saves(&[(50, "saved from 50 to 150"), (150, "pending")])),
        "closed at 120 ms, the save under way ends at 150 and the pending one at 250: 2 saves and \
         130 ms; seen {busy_close:?}: did `close` wait for both?"
    );
    assert_eq!(
        (idle.saves(), waiting.saves()),
        (vec![], saves(&[(100, "pending")])),
        "0 saves without an edit, and 1 of the pending text, begun at 100 ms; seen {} and {}",
        idle.saves().len(),
        waiting.saves().len(),
    );
}

/// The first of two saves fails: it is counted, not repeated, and the second one is made.
#[kit::test]
async fn step_5_a_failed_save_ends_nothing() {
    let store = Drafts::new(20).refuses("one");
    let editor = AutoSave::new(ms(100), store.clone());

    editor.edit("one");
    sleep(ms(300)).await;
    editor.edit("two");
    sleep(ms(300)).await;
    let stats = editor.close().await;

    assert_eq!(
        (stats, store.saves()),
        (Stats { saved: 1, failed: 1 }, saves(&[(100, "one"), (400, "two")])),
        "the first of 2 saves failed: 1 saved and 1 failed, seen {} and {}; {} saves began: does an \
         error end the task, or is the failed save repeated?",
        stats.saved,
        stats.failed,
        store.saves().len(),
    );
}

/// Dropped without `close`: the save under way ends, the pending edit is saved, the task is gone.
#[kit::test]
async fn step_6_leaves_nothing_behind() {
    let store = Drafts::new(100);

    {
        let editor = AutoSave::new(ms(50), store.clone());
        editor.edit("saved from 50 to 150");
        sleep(ms(60)).await;
        editor.edit("pending");
        // Here it is dropped, without `close`.
    }
    // The second save ends at 250 ms.
    sleep(ms(240)).await;
    kit::settle().await;

    assert_eq!(
        (store.finished(), store.saves()),
        (2, saves(&[(50, "saved from 50 to 150"), (150, "pending")])),
        "dropped with 1 save under way and 1 edit pending: {} saves ended instead of 2; what does \
         the drop do to the task?",
        store.finished(),
    );
    let alive = Handle::current().metrics().num_alive_tasks();
    assert_eq!(alive, 0, "everything is saved, and {alive} tasks are alive instead of 0");
}

fn saves(expected: &[(u64, &str)]) -> Vec<(u64, String)> {
    expected.iter().map(|&(at, text)| (at, text.to_owned())).collect()
}
