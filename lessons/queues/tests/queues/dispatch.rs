//! The steps of `dispatch`. Make them pass from the first to the last; never edit them.

use std::{cell::Cell, task::Poll, time::Duration};

use futures::{StreamExt, stream::FuturesUnordered};
use kit::{ms, timed};
use queues::dispatch::{Closed, Dispatch};
use tokio::time::{error::Elapsed, sleep, timeout};
use tokio_test::task;

type Got = Result<Option<Call>, Elapsed>;

/// A call for help. Calls cannot be compared with each other, nor cloned.
#[derive(Debug, PartialEq, Eq)]
struct Call(u32);

/// Six calls of different priorities: they go from 0 to 255.
#[kit::test]
async fn step_1_the_most_urgent_call_goes_first() {
    let dispatch = Dispatch::open();
    for priority in [3, 0, 255, 1, 200, 2] {
        add(&dispatch, priority, priority.into());
    }

    let order = take_all(&dispatch, 6).await;

    assert_eq!(
        order,
        [0, 1, 2, 3, 200, 255],
        "each call has its priority as its number, and 0 is the most urgent one"
    );
}

/// Forty calls of two priorities, and one more that comes between: equal ones go as they came.
#[kit::test]
async fn step_2_equal_calls_go_as_they_came() {
    let dispatch = Dispatch::open();
    for n in 1..=20 {
        add(&dispatch, 1, 100 + n);
        add(&dispatch, 2, 200 + n);
    }

    let mut order = take_all(&dispatch, 5).await;
    add(&dispatch, 1, 121);
    order.extend(take_all(&dispatch, 36).await);

    let expected: Vec<u32> = (101..=121).chain(201..=220).collect();
    assert_eq!(
        order, expected,
        "101 to 121 have priority 1 and 201 to 220 priority 2, numbered as they came (121 when 5 \
         had gone): 41 calls go in the order of their numbers. What tells which of two is older?"
    );
}

/// Two crews wait from the start; two calls at 30 ms, and both crews have one at 30 ms.
#[kit::test]
async fn step_3_a_crew_sleeps_until_there_is_a_call() {
    let dispatch: Dispatch<Call> = Dispatch::open();
    let mut crew = task::spawn(dispatch.pop());
    assert_eq!(crew.poll(), Poll::Pending, "there is no call and no end, so the crew must wait");
    sleep(ms(50)).await;
    assert!(!crew.is_woken(), "a crew woke up and nothing has come: it looks again and again");

    let dispatch = Dispatch::open();
    let calls = async {
        sleep(ms(30)).await;
        add(&dispatch, 2, 2);
        add(&dispatch, 1, 1);
    };
    let (mut crews, ()) = tokio::join!(wait(&dispatch, 2), calls);
    crews.sort_by_key(|(call, _)| call.as_ref().ok().and_then(|call| Some(call.as_ref()?.0)));

    assert_eq!(
        crews,
        [(Ok(Some(Call(1))), ms(30)), (Ok(Some(Call(2))), ms(30))],
        "two calls came at 30 ms for two crews that waited: each crew has one of them at 30 ms. \
         A time of 1 s is a crew that nothing woke"
    );
}

/// Three crews wait, and a call wakes one of them. A fourth crew comes by before that one looks.
#[kit::test]
async fn step_4_a_call_wakes_one_crew() {
    let dispatch = Dispatch::open();
    let mut crews = [(); 3].map(|()| task::spawn(dispatch.pop()));
    for crew in &mut crews {
        assert_eq!(crew.poll(), Poll::Pending, "there is no call yet");
    }

    add(&dispatch, 1, 1);
    let woken = crews.iter().filter(|crew| crew.is_woken()).count();
    assert_eq!(woken, 1, "3 crews wait: 1 call wakes 1 of them, and not {woken}");

    let came_by = pop(&dispatch).await.map_or(Poll::Pending, Poll::Ready);
    let mut polled: Vec<_> = crews.iter_mut().map(|crew| crew.poll()).collect();
    polled.push(came_by);
    let served = polled.iter().filter(|crew| matches!(crew, Poll::Ready(Some(_)))).count();
    let waiting = polled.iter().filter(|crew| crew.is_pending()).count();
    assert_eq!(
        (served, waiting),
        (1, 3),
        "1 call for 4 crews, the last of which came by when another one had been woken: 1 has the \
         call, and 3 wait. Seen {polled:?}: what does a crew do whose call is gone when it looks?"
    );
}

/// Closed with two calls: two crews get them, all others `None`; five that wait do at that moment.
#[kit::test]
async fn step_5_after_the_end_the_rest_is_given_out() {
    let dispatch = Dispatch::open();
    add(&dispatch, 2, 2);
    add(&dispatch, 1, 1);
    dispatch.close();

    let refused = dispatch.push(0, Call(3));
    assert_eq!(refused, Err(Closed(Call(3))), "closed, it gives a new call back");
    let rest = [pop(&dispatch).await, pop(&dispatch).await, pop(&dispatch).await];
    assert_eq!(
        rest,
        [Ok(Some(Call(1))), Ok(Some(Call(2))), Ok(None)],
        "2 calls were left when it was closed: they are given out, then every crew gets None; \
         `Elapsed` is a crew that waits"
    );

    let dispatch = Dispatch::open();
    let end = async {
        sleep(ms(20)).await;
        dispatch.close();
    };
    let (crews, ()) = tokio::join!(wait(&dispatch, 5), end);
    let home = crews.iter().filter(|crew| **crew == (Ok(None), ms(20))).count();
    assert_eq!(
        home, 5,
        "5 crews waited when it was closed at 20 ms: {home} instead of 5 got None at 20 ms; all \
         that was seen: {crews:?}"
    );
}

/// Crews are sent home at every poll, while they wait, and when they were woken: no call goes.
#[kit::test]
async fn step_6_leaves_nothing_behind() {
    let world = || {
        let dispatch = Dispatch::open();
        add(&dispatch, 1, 1);
        (dispatch, Cell::new(None))
    };
    kit::at_every_poll(
        world,
        async |(dispatch, taken)| taken.set(dispatch.pop().await),
        async |(dispatch, taken)| {
            let left = pop(dispatch).await.ok().flatten();
            let calls = [taken.take(), left].into_iter().flatten().count();
            assert_eq!(
                calls, 1,
                "1 call was there, and {calls} are left, with the crew or with the dispatch: what \
                 is awaited between taking a call and giving it?"
            );
        },
    )
    .await;

    let dispatch = Dispatch::open();
    let mut crews: Vec<_> = (0..4).map(|_| task::spawn(dispatch.pop())).collect();
    for crew in &mut crews {
        assert_eq!(crew.poll(), Poll::Pending, "there is no call yet");
    }
    drop(crews.remove(0));
    add(&dispatch, 1, 1);
    let woken = crews.iter().position(|crew| crew.is_woken());
    drop(crews.remove(woken.expect("1 crew of 4 went home, and a call woke none of the other 3")));
    let woken = crews.iter().position(|crew| crew.is_woken());
    let woken = woken.expect("a crew was woken for a call and sent home: no other crew woke up");
    let call = crews[woken].poll();
    assert_eq!(call, Poll::Ready(Some(Call(1))), "a crew was sent home, another one has its call");

    add(&dispatch, 1, 2);
    crews.clear();
    let kept = pop(&dispatch).await;
    assert_eq!(kept, Ok(Some(Call(2))), "all crews were sent home: the next one has call 2");
}

/// Two crews and whoever takes the calls, in tasks of their own: in every order of their turns, each
/// crew has one of two calls, though the dispatch is closed behind them.
#[kit::explore(by = "cargo checker run queues/dispatch")]
async fn step_7_no_call_stays_behind_in_any_order() {
    let dispatch = std::sync::Arc::new(Dispatch::open());
    let crews = [(); 2].map(|()| {
        let dispatch = std::sync::Arc::clone(&dispatch);
        tokio::spawn(async move { dispatch.pop().await })
    });
    tokio::spawn(async move {
        add(&dispatch, 2, 2);
        add(&dispatch, 1, 1);
        dispatch.close();
    });

    let mut got = Vec::new();
    for crew in crews {
        got.push(crew.await.expect("a crew does not panic").map(|call| call.0));
    }
    got.sort();
    assert_eq!(
        got,
        [Some(1), Some(2)],
        "two calls came before the end, for two crews, which in this order of the tasks have {got:?}: \
         what may others do between the look of a crew and its wait?"
    );
}

fn add(dispatch: &Dispatch<Call>, priority: u8, call: u32) {
    let added = dispatch.push(priority, Call(call));
    assert_eq!(added, Ok(()), "an open dispatch takes call {call}");
}

async fn pop(dispatch: &Dispatch<Call>) -> Got {
    timeout(ms(1_000), dispatch.pop()).await
}

/// The numbers of the next `count` calls.
async fn take_all(dispatch: &Dispatch<Call>, count: usize) -> Vec<u32> {
    let calls = futures::stream::iter(0..count).then(|_| pop(dispatch));
    calls.filter_map(async |call| call.ok().flatten().map(|call| call.0)).collect().await
}

/// What so many crews get that wait together, and after how long. Each is polled when it is woken.
async fn wait(dispatch: &Dispatch<Call>, crews: usize) -> Vec<(Got, Duration)> {
    (0..crews).map(|_| timed(pop(dispatch))).collect::<FuturesUnordered<_>>().collect().await
}
