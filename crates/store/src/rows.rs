//! Which type of the domain each sacred table keeps.

use crate::record::Record;
use crate::schema::Table;
use kesu_domain::id::{
    AccountId, CalendarId, CaseId, CustomerId, DepartmentId, DocumentId, FileId, IssuedId, KeyId, PersonId, PlantId,
    PostId, ProcedureId, ProductId, RecordId, SettingId, SignatureId,
};
use kesu_domain::{case, house, master, people, time};

macro_rules! rows { ($( $T:ty => $Table:ident, $Id:ty; )*) => { $(
    impl Record for $T {
        const TABLE: Table = Table::$Table;
        type Id = $Id;
    }
)* } }

rows! {
    case::Head => Cases, CaseId;
    house::HouseRecord => Record, RecordId;
    master::Signature => Signature, SignatureId;
    master::Issued => Issued, IssuedId;
    master::File => File, FileId;
    master::Account => Account, AccountId;
    master::Key => Key, KeyId;
    people::Post => Post, PostId;
    master::Plant => Plant, PlantId;
    master::Department => Department, DepartmentId;
    master::Customer => Customer, CustomerId;
    master::Person => Person, PersonId;
    master::Product => Product, ProductId;
    master::ProcedureText => Procedure, ProcedureId;
    time::CalendarYear => Calendar, CalendarId;
    master::ControlledDocument => Document, DocumentId;
    master::Setting => Setting, SettingId;
}
