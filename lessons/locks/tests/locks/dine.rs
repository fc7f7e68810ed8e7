//! The steps of `dine`. Make them pass from the first to the last; never edit them.

use kit::{ms, timed};
use locks::dine::dine;
use worlds::{Meal, Table};

/// Three guests are hungry at 10, 100 and 300 ms, never two of them at once: each eats 20 ms later.
#[kit::test]
async fn step_1_who_is_hungry_takes_two_forks_and_eats() {
    let table = Table::new().thinks(0, 10).thinks(1, 100).thinks(2, 300);

    let eaten = dine(3, 1, &table).await;

    assert_eq!(eaten, [1, 1, 1], "three guests and 1 round are 1 meal each");
    let expected = [(30, 0, [0, 1]), (120, 1, [1, 2]), (320, 2, [0, 2])];
    assert_eq!(
        table.meals(),
        expected.map(|(at, seat, forks)| Meal { at, seat, forks }),
        "the guests are hungry after 10, 100 and 300 ms and take two forks, 10 ms each: they eat at \
         30, 120 and 320 ms, each with a fork of its own number and the next one. Do all of them \
         sit at the table from the beginning?"
    );
}

/// Five guests, hungry at the same time, three rounds: 3 meals each.
#[kit::test]
async fn step_2_five_hungry_guests_all_eat() {
    let table = Table::new();

    let eaten = dine(5, 3, &table).await;

    let seen = meals_by_seat(&table, 5);
    assert_eq!(
        (&eaten[..], &seen[..]),
        (&[3; 5][..], &[3; 5][..]),
        "five guests eat 3 times each; the answer is {eaten:?}, and the table saw {seen:?}"
    );
}

/// Tables of 2 to 8 seats, two rounds: 2 meals each. No round: no meal.
#[kit::test]
async fn step_3_any_number_of_guests_all_eat() {
    for seats in 2..=8 {
        let table = Table::new();

        let eaten = dine(seats, 2, &table).await;

        let seen = meals_by_seat(&table, seats);
        assert_eq!(
            (&eaten, &seen),
            (&vec![2; seats], &vec![2; seats]),
            "{seats} guests eat 2 times each; the answer is {eaten:?}, and the table saw {seen:?}"
        );
    }
    let eaten = dine(3, 0, &Table::new()).await;
    assert_eq!(eaten, [0; 3], "0 rounds are 0 meals for each of three guests; seen {eaten:?}");
}

/// Guests 0, 1 and 3 of five are hungry at 10 ms, the others think: 3 eats at 30 ms.
#[kit::test]
async fn step_4_only_a_hungry_neighbor_is_waited_for() {
    let table = Table::new().thinks(2, 1_000).thinks(4, 1_000);

    dine(5, 1, &table).await;

    let third = table.meals().iter().find(|meal| meal.seat == 3).map(|meal| meal.at);
    assert_eq!(
        third,
        Some(30),
        "guest 3 is hungry at 10 ms, both neighbors think until 1000 ms, and the meal began at \
         {third:?} instead of Some(30): does everybody wait for one and the same thing?"
    );
    let most = table.most_eating();
    assert_eq!(
        most, 2,
        "guest 3 shares no fork with 0 and 1, and at most {most} ate together instead of 2"
    );
}

/// Two guests, two rounds, with 100 and 103 ms of thought: all is over after 323 ms.
#[kit::test]
async fn step_5_no_fork_is_held_in_thought() {
    let table = Table::new().thinks(0, 100).thinks(1, 103);

    let (_, took) = timed(dine(2, 2, &table)).await;

    // Guest 0 thinks until 100 and eats from 120 to 140, guest 1 waits from 103 and eats from 160 to
    // 180. Guest 0 thinks until 240 and eats from 260 to 280, guest 1 until 283 and eats from 303.
    let begun: Vec<u64> = table.meals().iter().map(|meal| meal.at).collect();
    assert_eq!(
        (took, &begun[..]),
        (ms(323), &[120, 160, 260, 303][..]),
        "two guests and 2 rounds take {took:?} instead of 323ms, and the meals begin at {begun:?}: \
         is a fork held for longer than a meal, or does time pass while nobody takes or eats?"
    );
}

/// Dropped at any of its awaits: nobody sits at the table, and no fork is in a hand.
#[kit::test]
async fn step_6_leaves_nothing_behind() {
    kit::at_every_poll(
        Table::new,
        async |table: &Table| dine(3, 2, table).await,
        async |table| {
            let (sitting, taken) = (table.sitting(), table.taken());
            assert_eq!(
                (sitting, taken),
                (0, 0),
                "the call is gone, but {sitting} guests sit at the table instead of 0 and {taken} \
                 forks are in their hands instead of 0: who owns the guests?"
            );
        },
    )
    .await;
}

fn meals_by_seat(table: &Table, seats: usize) -> Vec<usize> {
    let meals = table.meals();
    (0..seats).map(|seat| meals.iter().filter(|meal| meal.seat == seat).count()).collect()
}
