//! The steps of `actor`. Make them pass from the first to the last; never edit them.

use futures::future::join_all;
use kit::{ms, timed};
use queues::actor::{Gone, RobotHandle};
use tokio::{
    runtime::Handle,
    time::{sleep, timeout},
};
use worlds::Storehouse;

/// Four orders of 10 ms, one after another: each has its answer, and they take 40 ms.
#[kit::test]
async fn step_1_each_order_has_its_answer() {
    let house = Storehouse::new(10);
    let robot = RobotHandle::spawn(house.robot(), 4);

    let (answers, took) = timed(async {
        let stored = [robot.store("tea").await, robot.store("cup").await];
        (stored, [robot.find("cup").await, robot.find("pot").await])
    })
    .await;

    assert_eq!(
        answers,
        ([Ok(1), Ok(2)], [Ok(Some(2)), Ok(None)]),
        "tea has place 1 and cup place 2; cup is found there, and pot is not stored"
    );
    assert_eq!(took, ms(40), "4 orders of 10 ms took {took:?} instead of 40ms");
}

/// Six clerks at once and a mailbox for two: the answers come after 10, 20, … 60 ms.
#[kit::test]
async fn step_2_clerks_take_turns() {
    let house = Storehouse::new(10);
    let robot = RobotHandle::spawn(house.robot(), 2);
    let clerks = ["a", "b", "c", "d", "e"].map(|item| {
        let robot = robot.clone();
        async move { timed(robot.store(item)).await }
    });

    let (stored, found) = tokio::join!(biased; join_all(clerks), timed(robot.find("e")));

    let expected: Vec<_> = (1..=5).map(|n: u8| (Ok(n.into()), ms(10 * u64::from(n)))).collect();
    assert_eq!(
        (stored, found),
        (expected, (Ok(Some(5)), ms(60))),
        "6 clerks came in this order, each with an order of 10 ms: the answers come after 10, 20, \
         30, 40, 50 and 60 ms, and at a full mailbox a clerk waits for room. `Gone` means here: an \
         order was refused, or the drop of a clone ended the task"
    );
    assert_eq!(
        house.begun(),
        ["store a", "store b", "store c", "store d", "store e", "find e"],
        "the robot carries the orders out as they were given"
    );
}

/// Two clerks leave after 5 ms, one during its order and one before: both orders are carried out.
#[kit::test]
async fn step_3_a_clerk_may_leave() {
    let house = Storehouse::new(10);
    let robot = RobotHandle::spawn(house.robot(), 2);

    let both = async { tokio::join!(biased; robot.store("tea"), robot.store("cup")) };
    let left = timeout(ms(5), both).await.is_err();
    let found = timeout(ms(1_000), robot.find("cup")).await;
    let (stored, torn) = (house.items(), house.canceled());
    let next = timeout(ms(1_000), robot.store("pot")).await;

    assert!(left, "two orders of 10 ms were answered within 5 ms");
    assert_eq!(
        (&stored, torn),
        (&vec!["tea".to_owned(), "cup".to_owned()], 0),
        "both orders were in the mailbox when their clerks left: tea and cup are stored, and 0 \
         orders torn; seen {stored:?} and {torn}: who owns what the robot is doing?"
    );
    assert_eq!(
        (&found, &next),
        (&Ok(Ok(Some(2))), &Ok(Ok(3))),
        "after two clerks left, cup is found on place 2 and pot gets place 3; seen {found:?} and \
         {next:?}: what does the task do with an answer that nobody waits for?"
    );
}

/// Ten clerks, a mailbox for two, and after 5 ms all clerks leave: three items are stored.
#[kit::test]
async fn step_4_a_full_mailbox_makes_clerks_wait() {
    let house = Storehouse::new(10);
    let robot = RobotHandle::spawn(house.robot(), 2);

    let items: Vec<String> = (1..=10).map(|n| format!("box {n}")).collect();
    let calls = timeout(ms(5), join_all(items.iter().map(|item| robot.store(item)))).await;
    sleep(ms(200)).await;

    assert!(calls.is_err(), "an order takes 10 ms, and all calls were over within 5 ms");
    let stored = house.items();
    assert_eq!(
        stored,
        ["box 1", "box 2", "box 3"],
        "10 clerks left after 5 ms: 1 order was carried out, 2 were in the mailbox, and 7 waited \
         for room. {} items were stored instead of 3: what bounds the mailbox, and what makes an \
         order stay in it?",
        stored.len(),
    );
}

/// The robot breaks over the second of six orders, at 20 ms: five clerks hear of it, and the next.
#[kit::test]
async fn step_5_a_broken_robot_is_gone_for_everybody() {
    let house = Storehouse::new(10).too_heavy("piano");
    let robot = RobotHandle::spawn(house.robot(), 2);

    let items = ["tea", "piano", "cup", "pot", "jug", "pan"];
    let calls = join_all(items.map(|item| timed(robot.store(item))));
    let calls = timeout(ms(1_000), calls).await;
    let later = timeout(ms(1_000), timed(robot.find("tea"))).await;

    let mut expected = vec![(Err(Gone), ms(20)); 6];
    expected[0] = (Ok(1), ms(10));
    assert_eq!(
        calls,
        Ok(expected),
        "tea is stored at 10 ms, and at 20 ms the robot breaks over the piano: all others hear \
         `Gone` then, those in the mailbox and those that wait for room. `Elapsed` is a clerk who \
         hears nothing: who still holds the way back?"
    );
    assert_eq!(
        later,
        Ok((Err(Gone), ms(0))),
        "the robot is gone: a later call gives `Gone` after 0 ms, this one {later:?}"
    );
}

/// One handle of two is dropped, then the other, with two orders given: both are carried out.
#[kit::test]
async fn step_6_leaves_nothing_behind() {
    let house = Storehouse::new(10);

    let (left, alive) = {
        // The first handle is dropped at the end of this line, the other one with this block.
        let robot = RobotHandle::spawn(house.robot(), 2).clone();
        let both = async { tokio::join!(biased; robot.store("tea"), robot.store("cup")) };
        let left = timeout(ms(5), both).await.is_err();
        (left, Handle::current().metrics().num_alive_tasks())
    };
    sleep(ms(200)).await;
    kit::settle().await;

    assert!(left && alive > 0, "1 handle of 2 was dropped, and no order is carried out any more");
    let stored = house.items();
    assert_eq!(
        stored,
        ["tea", "cup"],
        "the last handle was dropped with 1 order under way and 1 in the mailbox: both items are \
         stored, and not {} of them: does the drop end the task, or the mailbox?",
        stored.len(),
    );
    let alive = Handle::current().metrics().num_alive_tasks();
    assert_eq!(
        alive, 0,
        "no handle is left, and {alive} tasks are alive instead of 0: who else can send?"
    );
}
