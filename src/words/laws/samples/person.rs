//! Every variant of what is said about customers.

use crate::app::person::{PersonNotice, PersonTask};
use crate::domain::field::Field;

every! {
    person_notices: PersonNotice {
        PersonNotice::Saved(_) => [PersonNotice::Saved(1), PersonNotice::Saved(2)],
        PersonNotice::Added(_) => [PersonNotice::Added("Maes An".into())],
        PersonNotice::Removed(_) => [PersonNotice::Removed(1), PersonNotice::Removed(12_345)],
        PersonNotice::Changed(_) => [PersonNotice::Changed(1), PersonNotice::Changed(12_345)],
        PersonNotice::NothingToSave => [PersonNotice::NothingToSave],
        PersonNotice::Barred(_) => [PersonNotice::Barred(vec![Field::NationalNumber, Field::Mobile])],
        PersonNotice::Separated(_) => [PersonNotice::Separated(1), PersonNotice::Separated(5)],
        PersonNotice::TakenUp(..) => [PersonNotice::TakenUp(1, "22/11/2026 14h02".into()), PersonNotice::TakenUp(12, "22/11/2026 14h02".into())],
        PersonNotice::MadeAgain(_) => [PersonNotice::MadeAgain(0), PersonNotice::MadeAgain(1), PersonNotice::MadeAgain(2)],
        PersonNotice::NotConfirmed => [PersonNotice::NotConfirmed],
        PersonNotice::InTheMail(_) => [PersonNotice::InTheMail("Maes An".into())],
        PersonNotice::NobodyChanges => [PersonNotice::NobodyChanges],
        PersonNotice::StoreNotRead => [PersonNotice::StoreNotRead],
        PersonNotice::OnlyNewcomers => [PersonNotice::OnlyNewcomers],
    }
    person_tasks: PersonTask {
        PersonTask::Opening => [PersonTask::Opening],
        PersonTask::Saving => [PersonTask::Saving],
        PersonTask::Preparing => [PersonTask::Preparing],
        PersonTask::Changing(_) => [PersonTask::Changing(2)],
        PersonTask::Removing(_) => [PersonTask::Removing(2)],
        PersonTask::Recalling => [PersonTask::Recalling],
    }
}
