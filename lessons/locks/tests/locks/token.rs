//! The steps of `token`. Make them pass from the first to the last; never edit them.

use std::time::Duration;

use futures::{FutureExt, future::join_all};
use kit::{ms, timed};
use locks::token::TokenCache;
use tokio::time::{sleep, sleep_until, timeout};
use worlds::{Auth, AuthError, Token};

/// The first call takes the 50 ms of a request; the second gets the same token in 0 ms.
#[kit::test]
async fn step_1_a_token_is_kept() {
    let (auth, cache) = (Auth::new(), TokenCache::new());

    let (first, took_first) = timed(cache.get(&auth, "maps")).await;
    let (second, took_second) = timed(cache.get(&auth, "maps")).await;

    assert_eq!(
        (text(&first), &second, took_first, took_second),
        ("maps 1", &first, ms(50), ms(0)),
        "a first call takes 50ms, a second one gets the same token in 0ns; seen {took_first:?} and \
         {took_second:?}: was the token kept?"
    );
}

/// Twenty calls at 0 ms and one at 17: 1 request, and the same token for all at 50 ms.
#[kit::test]
async fn step_2_all_who_wait_share_one_request() {
    let (auth, cache) = (Auth::new(), TokenCache::new());

    let late = async {
        sleep(ms(17)).await;
        cache.get(&auth, "maps").await
    };
    let (tokens, took) = timed(async { tokio::join!(twenty(&cache, &auth), late) }).await;

    let asked = auth.asked().len();
    assert_eq!(
        asked, 1,
        "21 calls need 1 token: {asked} requests instead of 1: who looks whether somebody has \
         asked already, and when?"
    );
    let same = tokens.0.iter().filter(|token| text(token) == "maps 1").count();
    assert_eq!(
        (same, text(&tokens.1), took),
        (20, "maps 1", ms(50)),
        "1 request serves all: {same} of 20 calls got its token, after {took:?} instead of 50ms"
    );
}

/// With 30,001 ms left a token is given; with 30,000 left, twenty calls share 1 request.
#[kit::test]
async fn step_3_a_token_is_renewed_30_s_before_it_expires() {
    const EARLY: Duration = Duration::from_secs(30);
    let (auth, cache) = (Auth::new(), TokenCache::new());
    let first = cache.get(&auth, "maps").await.expect("it is scripted so");

    sleep_until(first.expires - EARLY - ms(1)).await;
    let before = cache.get(&auth, "maps").await;
    sleep(ms(1)).await;
    let (after, took) = timed(twenty(&cache, &auth)).await;
    sleep(ms(200_000)).await;
    let later = cache.get(&auth, "maps").await;

    assert_eq!(text(&before), "maps 1", "with 30,001 ms left, the token is given as it is");
    let renewed = after.iter().filter(|token| text(token) == "maps 2").count();
    assert_eq!(
        (renewed, took),
        (20, ms(50)),
        "with 30,000 ms left, 20 of 20 calls get the second token after 50ms; {renewed} got it, \
         after {took:?}: is a token given out that is about to expire?"
    );
    assert_eq!(
        (text(&later), auth.asked().len()),
        ("maps 2", 2),
        "2 tokens serve for these 470 s, and {} were asked for: does the second time work as the \
         first one?",
        auth.asked().len(),
    );
}

/// `mail` takes 10 s, `maps` 50 ms, at the same time: each has its own token, in its own time.
#[kit::test]
async fn step_4_services_do_not_wait_for_each_other() {
    let (auth, cache) = (Auth::new().takes("mail", 10_000), TokenCache::new());

    let ((mail, took_mail), (maps, took_maps)) =
        tokio::join!(timed(cache.get(&auth, "mail")), timed(cache.get(&auth, "maps")),);

    assert_eq!(
        (text(&mail), text(&maps)),
        ("mail 1", "maps 1"),
        "each of 2 services has a token of its own"
    );
    assert_eq!(
        (took_mail, took_maps),
        (ms(10_000), ms(50)),
        "`mail` takes 10s and `maps` 50ms; seen {took_mail:?} and {took_maps:?}: which lock is \
         held during a request, and who needs it?"
    );
}

/// One request fails: all 20 calls get its error, and when each tries again, they share 1 more.
#[kit::test]
async fn step_5_all_who_wait_get_the_same_answer() {
    let (auth, cache) = (Auth::new().refuses("maps", 1).lives("mail", 30), TokenCache::new());

    let calls = (0..20).map(|_| async {
        let first = timed(cache.get(&auth, "maps")).await;
        (first, cache.get(&auth, "maps").await)
    });
    let (answers, took) = timed(join_all(calls)).await;

    let refused = (Err(AuthError { service: "maps".to_owned() }), ms(50));
    let told = answers.iter().filter(|(first, _)| *first == refused).count();
    assert_eq!(
        told, 20,
        "the first request fails after 50 ms, and {told} of 20 calls were told so at that moment, \
         instead of 20: does every one of them ask on its own, one after the other?"
    );
    let served = answers.iter().filter(|(_, second)| text(second) == "maps 1").count();
    assert_eq!(
        (served, auth.asked().len(), took),
        (20, 2, ms(100)),
        "each of 20 calls tries again at once: {served} got the token instead of 20, with {} \
         requests in all instead of 2, after {took:?} instead of 100ms: what is kept of an error, \
         and who takes it away?",
        auth.asked().len(),
    );

    let (one, other) = tokio::join!(cache.get(&auth, "mail"), cache.get(&auth, "mail"));
    assert_eq!(
        [text(&one), text(&other)],
        ["mail 1", "mail 1"],
        "2 calls waited for a token that expires in 30 s, and both get it: nobody asks again"
    );
}

/// The first caller is dropped at 17 ms, the next one at 33: two more get a token all the same.
#[kit::test]
async fn step_6_a_dropped_call_takes_nothing_from_the_others() {
    let (auth, cache) = (Auth::new(), TokenCache::new());

    let (_, _, third, fourth) = tokio::join!(
        timeout(ms(17), cache.get(&auth, "maps")),
        timeout(ms(33), cache.get(&auth, "maps")),
        timed(cache.get(&auth, "maps")),
        timed(cache.get(&auth, "maps")),
    );

    assert_eq!(
        [text(&third.0), text(&fourth.0)],
        ["maps 1", "maps 1"],
        "2 of 4 calls were dropped, and the other 2 get a token: who goes on with the request?"
    );
    let took = [third.1, fourth.1];
    assert!(
        [ms(50), ms(67), ms(83)].iter().any(|end| took == [*end; 2]),
        "the others get their token at 50 ms, from the first request, or at 67 or 83, from one \
         that began when a caller was dropped; they took {took:?}"
    );
    assert_eq!(
        (auth.finished(), auth.most_at_once()),
        (1, 1),
        "1 request comes to its end, and there is 1 at a time; seen {} and {}",
        auth.finished(),
        auth.most_at_once(),
    );
}

/// All callers are dropped, at any of their awaits: no request is left, and the next call works.
#[kit::test]
async fn step_7_leaves_nothing_behind() {
    kit::at_every_poll(
        || (Auth::new(), TokenCache::new()),
        async |(auth, cache): &(Auth, TokenCache)| {
            tokio::join!(cache.get(auth, "maps"), cache.get(auth, "maps"))
        },
        async |(auth, cache)| {
            let under_way = auth.under_way();
            assert_eq!(
                under_way, 0,
                "nobody waits, and {under_way} requests are under way instead of 0: who owns them?"
            );
            let next = cache.get(auth, "maps").await;
            assert_eq!(text(&next), "maps 1", "the next call gets the first token that is given");
        },
    )
    .await;
}

async fn twenty(cache: &TokenCache, auth: &Auth) -> Vec<Result<Token, AuthError>> {
    // What is boxed here might be a task: threads can share the cache.
    join_all((0..20).map(|_| cache.get(auth, "maps").boxed())).await
}

fn text(token: &Result<Token, AuthError>) -> &str {
    token.as_ref().map_or("an error", |token| &token.text)
}
