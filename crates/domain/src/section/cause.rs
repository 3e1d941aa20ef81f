//! D1, D2, D4: who works on it, what exactly is wrong, and why (V-2).

#![expect(missing_docs, reason = "where a field needs more than its name, the catalogue of words and a comment say it")]

use crate::choice::{Bone, Branch, Standing, YesNo};
use crate::id::LineId;
use crate::people::{FileDigest, Who};
use crate::text::{House, Told};
use crate::time::Date;

crate::fields! {
    /// 小组 D1
    pub struct Team {
        leader: Option<Who>, sponsor: Option<Who>,
        members: Vec<Member>,
    }
    /// One member.
    pub struct Member {
        /// Its number in this section
        id: LineId,
        who: Option<Who>,
        /// 职能
        function: String, phone: String,
    }
    /// 问题描述 D2: no cause and no solution inside the statement.
    pub struct Problem {
        statement: House, told: Told,
        what: House, when: House, where_: House, who: House, why: House, how: House, how_many: House,
        is_not: Vec<IsNot>,
        /// Other parts, lines, plants that may be hit
        others: House,
    }
    /// One line of the is / is-not table.
    pub struct IsNot {
        /// Its number in this section
        id: LineId,
        question: String, is: House, is_not: House, difference: House,
    }
    /// 原因 D4
    pub struct Causes {
        /// Why-chains: occurrence, escape, system
        whys: Vec<Why>,
        /// The fishbone
        bones: Vec<Twig>,
        /// What changed before it began
        changed: House,
        /// How the causes were proved
        verification: House, reproducible: Option<YesNo>,
        /// The cause as the customer reads it
        told: Told,
        by: Vec<Analyst>, on: Option<Date>,
        files: Vec<FileDigest>,
    }
    /// One step of a why-chain; the last step of a branch is its root cause.
    pub struct Why {
        /// Its number in this section
        id: LineId,
        branch: Option<Branch>,
        cause: House,
        bone: Option<Bone>,
        standing: Option<Standing>,
    }
    /// One twig of the fishbone.
    pub struct Twig {
        /// Its number in this section
        id: LineId,
        bone: Option<Bone>, cause: House, standing: Option<Standing>,
    }
    /// Somebody who took part in the analysis.
    pub struct Analyst {
        /// Its number in this section
        id: LineId,
        who: Option<Who>,
    }
}
