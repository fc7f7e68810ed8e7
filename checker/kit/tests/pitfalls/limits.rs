//! Limits that do not limit, and those that nothing gets through: numbers 5 to 10.

use std::sync::Arc;

use futures::{
    future::join_all,
    stream::{self, StreamExt},
};
use kit::{Service, ms};
use tokio::{
    runtime::Handle,
    sync::Semaphore,
    task::JoinSet,
    time::{sleep, timeout},
};

use crate::told::{PASSED, told};

async fn shrink(svc: &Service, photo: u64) -> u64 {
    let photo_name = format!("photo {photo}");
    svc.call(&photo_name, ms(100), Ok::<_, ()>(photo)).await.unwrap()
}

/// Fails unless `thumbnails` shrinks two photos at a time.
async fn two_at_once(thumbnails: impl AsyncFn(&Service)) {
    let svc = Service::new();

    thumbnails(&svc).await;

    let most = svc.gauge().most();
    assert!(most == 2, "at most {most} at once instead of 2");
    assert_eq!(svc.gauge().finished(), 8);
}

#[test]
fn p05_unbounded_fan_out() {
    async fn wrong(svc: &Service) {
        join_all((0..8).map(|photo| shrink(svc, photo))).await;
    }
    async fn right(svc: &Service) {
        let thumbnails = stream::iter(0..8).map(|photo| shrink(svc, photo));
        thumbnails.buffer_unordered(2).collect::<Vec<u64>>().await;
    }

    assert_eq!(told(|| two_at_once(wrong)), "wrong_answer: at most 8 at once instead of 2");
    assert_eq!(told(|| two_at_once(right)), PASSED);
}

#[test]
fn p06_permit_not_held() {
    async fn wrong(svc: &Service) {
        let permits = Semaphore::new(2);
        let thumbnails = (0..8).map(async |photo| {
            let _ = permits.acquire().await.unwrap();
            shrink(svc, photo).await
        });
        join_all(thumbnails).await;
    }
    async fn right(svc: &Service) {
        let permits = Semaphore::new(2);
        let thumbnails = (0..8).map(async |photo| {
            let _permit = permits.acquire().await.unwrap();
            shrink(svc, photo).await
        });
        join_all(thumbnails).await;
    }

    assert_eq!(told(|| two_at_once(wrong)), "wrong_answer: at most 8 at once instead of 2");
    assert_eq!(told(|| two_at_once(right)), PASSED);
}

#[test]
fn p07_permit_taken_inside_the_task() {
    async fn wrong(svc: Service) {
        let permits = Arc::new(Semaphore::new(2));
        let mut tasks = JoinSet::new();
        for photo in 0..50 {
            let (svc, permits) = (svc.clone(), Arc::clone(&permits));
            tasks.spawn(async move {
                let _permit = permits.acquire_owned().await.unwrap();
                shrink(&svc, photo).await
            });
        }
        tasks.join_all().await;
    }
    async fn right(svc: Service) {
        let permits = Arc::new(Semaphore::new(2));
        let mut tasks = JoinSet::new();
        for photo in 0..50 {
            let permit = Arc::clone(&permits).acquire_owned().await.unwrap();
            let svc = svc.clone();
            tasks.spawn(async move {
                let _permit = permit;
                shrink(&svc, photo).await
            });
        }
        tasks.join_all().await;
    }
    async fn check(thumbnails: impl AsyncFn(Service)) {
        let svc = Service::new();
        let look = async {
            sleep(ms(50)).await;
            Handle::current().metrics().num_alive_tasks()
        };

        let ((), alive) = tokio::join!(thumbnails(svc.clone()), look);

        assert_eq!(svc.gauge().most(), 2);
        assert!(alive == 2, "{alive} tasks are alive for 2 permits");
    }

    assert_eq!(told(|| check(wrong)), "wrong_answer: 50 tasks are alive for 2 permits");
    assert_eq!(told(|| check(right)), PASSED);
}

#[test]
fn p08_permit_leaked() {
    async fn wrong(permits: &Semaphore) {
        permits.acquire().await.unwrap().forget();
        sleep(ms(100)).await; // dropped here
        permits.add_permits(1);
    }
    async fn right(permits: &Semaphore) {
        let _permit = permits.acquire().await.unwrap();
        sleep(ms(100)).await;
    }
    async fn check(shrink: impl AsyncFn(&Semaphore)) {
        let left = async |permits: &Semaphore| {
            let left = permits.available_permits();
            assert!(left == 2, "{left} of 2 permits is left");
        };
        kit::at_every_poll(|| Semaphore::new(2), shrink, left).await;
    }

    assert_eq!(
        told(|| check(wrong)),
        "wrong_answer: 1 of 2 permits is left; this is a run in which the call was dropped after \
         its first poll; it waited at `sleep(ms(100)).await;`"
    );
    assert_eq!(told(|| check(right)), PASSED);
}

#[test]
fn p09_buffer_of_zero() {
    async fn wrong(svc: &Service, photos: &[u64]) -> Vec<u64> {
        let thumbnails = stream::iter(photos).map(|photo| shrink(svc, *photo));
        thumbnails.buffer_unordered(photos.len()).collect().await // stuck here
    }
    async fn right(svc: &Service, photos: &[u64]) -> Vec<u64> {
        let thumbnails = stream::iter(photos).map(|photo| shrink(svc, *photo));
        thumbnails.buffer_unordered(photos.len().max(1)).collect().await
    }
    async fn check(thumbnails: impl AsyncFn(&Service, &[u64]) -> Vec<u64>) {
        assert_eq!(thumbnails(&Service::new(), &[1, 2]).await, [1, 2]);
        assert_eq!(thumbnails(&Service::new(), &[]).await, [0; 0]);
    }

    assert_eq!(
        told(|| check(wrong)),
        "deadlock at `thumbnails.buffer_unordered(photos.len()).collect().await`"
    );
    assert_eq!(told(|| check(right)), PASSED);
}

#[test]
fn p10_buffered_work_starves() {
    async fn wrong(svc: Service) -> usize {
        let mut pages = stream::iter(0..6).map(|page| fetch(svc.clone(), page)).buffered(3);
        let mut in_time = 0;
        while let Some(page) = pages.next().await {
            in_time += usize::from(page);
            sleep(ms(200)).await;
        }
        in_time
    }
    async fn right(svc: Service) -> usize {
        let fetches = stream::iter(0..6).map(|page| tokio::spawn(fetch(svc.clone(), page)));
        let mut pages = fetches.buffered(3);
        let mut in_time = 0;
        while let Some(page) = pages.next().await {
            in_time += usize::from(page.unwrap());
            sleep(ms(200)).await;
        }
        in_time
    }
    /// Connects and reads, in at most 40 ms of the 50 it has, if it is polled in time.
    async fn fetch(svc: Service, page: u64) -> bool {
        let latency = if page.is_multiple_of(3) { ms(5) } else { ms(20) };
        let page = format!("/{page}");
        let fetched = timeout(ms(50), async {
            svc.call(&page, latency, Ok::<_, ()>(())).await?;
            svc.call(&page, latency, Ok::<_, ()>(())).await
        });
        fetched.await.is_ok()
    }
    async fn check(index: impl AsyncFn(Service) -> usize) {
        let in_time = index(Service::new()).await;

        assert!(
            in_time == 6,
            "{in_time} of 6 pages came in time, though none takes more than 40 of 50 ms"
        );
    }

    assert_eq!(
        told(|| check(wrong)),
        "wrong_answer: 2 of 6 pages came in time, though none takes more than 40 of 50 ms"
    );
    assert_eq!(told(|| check(right)), PASSED);
}
