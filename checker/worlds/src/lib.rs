//! The services that the lessons' stories are about: scripted, in virtual time, with their books
//! open.
//!
//! Each one is a handle: clones are the same service. A test scripts it with the methods that take
//! and give the service (`Net::new().page("/a", 100)`), the code under test calls it, and the test
//! reads from its books what happened.

mod api;
mod archive;
mod auth;
mod balloon;
mod catalog;
mod crane;
mod depot;
mod desk;
mod drafts;
mod exports;
mod farm;
mod gate;
mod intranet;
mod laundry;
mod ledger;
mod mail;
mod net;
mod port;
mod quay;
mod shop;
mod storehouse;
mod table;
mod theater;
mod thumbnailer;
mod till;

pub use api::{Api, ApiError, Credit, Order, Profile, UserId};
pub use archive::{Archive, ArchiveError, Image, Letter, Letters};
pub use auth::{Auth, AuthError, Token};
pub use balloon::Balloon;
pub use catalog::{Catalog, Hits};
pub use crane::{Crane, Note};
pub use depot::{Depot, ImportError, Sighting};
pub use desk::{Desk, Parcel, Parcels, Receipt};
pub use drafts::{Drafts, DraftsError};
pub use exports::{Export, ExportError, Rows, Warehouse};
pub use farm::{Binary, BuildError, Farm};
pub use gate::{Gate, Refused};
pub use intranet::{Intranet, PageError};
pub use laundry::{Laundry, Load};
pub use ledger::{Account, Ledger, Overdraft};
pub use mail::Outbox;
pub use net::{Net, NetError, Page};
pub use port::{Register, Row, RowError};
pub use quay::{Lease, LeaseError, Quay};
pub use shop::{PriceCache, Shop, ShopError};
pub use storehouse::{Robot, Storehouse};
pub use table::{Fork, Guest, Meal, Table};
pub use theater::{Part, PartError, Theater};
pub use thumbnailer::{Photo, SvcError, Thumb, Thumbnailer};
pub use till::{Reservation, Shipment, Till, TillError};
