//! What a form looks up beside the case: names of people, departments, the customer, the files, the wall clock.

use crate::door::Reading;
use crate::error::Result;
use crate::open::Open;
use kesu_domain::case::Case;
use kesu_domain::id::{AccountId, DepartmentId, KeyId, ProductId};
use kesu_domain::master::{Account, Customer, Department, File, Key, Plant, Product};
use kesu_domain::people::{FileDigest, Who};
use kesu_domain::section::{Complaint, Kind};
use kesu_domain::text::Names;
use kesu_domain::time::Stamp;
use std::collections::BTreeMap;
use std::io::Read as _;

/// At most so many pictures are printed; the rest is listed.
const PHOTOS: usize = 6;

/// The field whose codes a procedure names: places that are looked at.
pub(crate) const PLACES: &str = "containment.places.place";

/// A case with the names of all that it mentions.
pub(crate) struct Book<'a> {
    pub(crate) open: &'a Open,
    pub(crate) plant: Plant,
    pub(crate) customer: Option<Customer>,
    pub(crate) files: Vec<File>,
    /// Pictures among the files, with their bytes.
    pub(crate) pictures: Vec<(File, Vec<u8>)>,
    /// The logo of the plant.
    pub(crate) logo: Option<Vec<u8>>,
    accounts: BTreeMap<AccountId, String>,
    departments: BTreeMap<DepartmentId, Names>,
    keys: BTreeMap<KeyId, String>,
    products: BTreeMap<ProductId, Names>,
}

impl<'a> Book<'a> {
    /// Looks everything up.
    pub(crate) fn of(cx: &Reading, open: &'a Open) -> Result<Book<'a>> {
        let plant = cx.db.get::<Plant>(open.case().head.plant)?.body;
        let said: Option<&Complaint> = open.case().get(Kind::Complaint);
        let customer = said.and_then(|said| said.customer);
        let customer = customer.map(|id| cx.db.get::<Customer>(id)).transpose()?.map(|kept| kept.body);
        let accounts = cx.db.list::<Account>(&[])?.into_iter().map(|kept| (kept.id, kept.body.name)).collect();
        let departments = cx.db.list::<Department>(&[])?.into_iter().map(|kept| (kept.id, kept.body.name)).collect();
        let keys = cx.db.list::<Key>(&[])?.into_iter().map(|kept| (kept.id, kept.body.fingerprint)).collect();
        let mut files = vec![];
        for digest in kesu_domain::derive::files(open.case()) {
            files.extend(cx.db.find::<File>(&[("sha256", &digest.as_str())])?.map(|kept| kept.body));
        }
        let photos = said.map(|said| said.files.as_slice()).unwrap_or_default();
        let is_picture = |file: &&File| {
            photos.contains(&file.sha256) && matches!(file.media_type.as_str(), "image/jpeg" | "image/png")
        };
        let pictures: Result<Vec<_>> = files
            .iter()
            .filter(is_picture)
            .take(PHOTOS)
            .map(|file| Ok((file.clone(), bytes(cx, &file.sha256)?)))
            .collect();
        let mut products = BTreeMap::new();
        for id in said.iter().flat_map(|said| &said.lines).filter_map(|line| line.product) {
            products.insert(id, cx.db.get::<Product>(id)?.body.name);
        }
        let logo = plant.logo.as_ref().map(|logo| bytes(cx, logo)).transpose()?;
        Ok(Book { open, plant, customer, pictures: pictures?, files, logo, accounts, departments, keys, products })
    }

    /// The case.
    pub(crate) fn case(&self) -> &'a Case {
        self.open.case()
    }
    /// The name of an account.
    pub(crate) fn account(&self, id: AccountId) -> String {
        self.accounts.get(&id).cloned().unwrap_or_default()
    }
    /// The name of somebody.
    pub(crate) fn who(&self, who: &Who) -> String {
        match who {
            Who::Account(id) => self.account(*id),
            Who::Name(name) => name.clone(),
        }
    }
    /// The name of a department.
    pub(crate) fn department(&self, id: DepartmentId) -> Names {
        self.departments.get(&id).cloned().unwrap_or_default()
    }
    /// The name of a product of the complaint.
    pub(crate) fn product(&self, id: ProductId) -> Names {
        self.products.get(&id).cloned().unwrap_or_default()
    }
    /// The short id of a key.
    pub(crate) fn key(&self, id: KeyId) -> String {
        self.keys.get(&id).map(|fingerprint| fingerprint.chars().take(8).collect()).unwrap_or_default()
    }
    /// A moment by the plant's wall clock, to the minute.
    pub(crate) fn minute(&self, at: Stamp) -> String {
        at.local(self.open.calendar.zone()).format("%Y-%m-%d %H:%M").to_string()
    }
    /// A moment by the plant's wall clock, to the second, with its offset.
    pub(crate) fn second(&self, at: Stamp) -> String {
        at.utc().with_timezone(&self.open.calendar.zone()).format("%Y-%m-%d %H:%M:%S %:z").to_string()
    }
    /// The day of a moment at the plant.
    pub(crate) fn day(&self, at: Stamp) -> String {
        at.day(self.open.calendar.zone()).to_string()
    }
}

fn bytes(cx: &Reading, digest: &FileDigest) -> Result<Vec<u8>> {
    let mut out = vec![];
    cx.app.folder.open_file(digest)?.read_to_end(&mut out).map_err(crate::error::ApiError::internal)?;
    Ok(out)
}
