//! The steps of `greet`. Make them pass from the first to the last; never edit them.

use hello::greet::greet;

/// The Mary Celeste is greeted as `Ahoy, Mary Celeste!`.
#[kit::test]
async fn step_1_the_mary_celeste_is_greeted() {
    let greeting = greet("Mary Celeste").await;

    assert_eq!(
        greeting, "Ahoy, Mary Celeste!",
        "\"Mary Celeste\" was greeted as {greeting:?} instead of \"Ahoy, Mary Celeste!\": compare \
         them character by character, also at the end",
    );
}

/// Two more ships hear their own names.
#[kit::test]
async fn step_2_every_ship_hears_its_own_name() {
    for ship in ["Fram", "Kon-Tiki"] {
        let greeting = greet(ship).await;

        let expected = format!("Ahoy, {ship}!");
        assert_eq!(
            greeting, expected,
            "{ship:?} was greeted as {greeting:?} instead of {expected:?}: where does the name in \
             the greeting come from?",
        );
    }
}

/// A ship without a name is greeted as a stranger.
#[kit::test]
async fn step_3_a_ship_without_a_name_is_a_stranger() {
    let greeting = greet("").await;

    assert_eq!(
        greeting, "Ahoy, stranger!",
        "an empty name was greeted as {greeting:?} instead of \"Ahoy, stranger!\": is the empty \
         name a case of its own?",
    );
}
