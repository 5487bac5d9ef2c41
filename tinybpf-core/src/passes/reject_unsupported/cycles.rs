//! Functions that call themselves, alone or through each other.

use std::collections::{HashMap, HashSet, VecDeque};

use crate::llvm::{Op, Value};

/// A call with what it calls.
pub(super) type Edge<'m> = (Value<'m>, Value<'m>);

/// Who calls whom, among the functions that the programs reach.
pub(super) struct Calls<'m> {
    edges: HashMap<Value<'m>, Vec<Edge<'m>>>,
}

impl<'m> Calls<'m> {
    pub(super) fn among(functions: &[Value<'m>]) -> Self {
        let known: HashSet<_> = functions.iter().copied().collect();
        let calls = |function: &Value<'m>| {
            function
                .instructions()
                .into_iter()
                .filter(|i| i.op() == Op::Call)
                .filter_map(|call| Some((call, call.callee()?)))
                .filter(|(_, callee)| known.contains(callee))
                .collect()
        };
        Self {
            edges: functions.iter().map(|f| (*f, calls(f))).collect(),
        }
    }

    /// The shortest way from a function back to itself, as the calls on it; `None` if there is none.
    pub(super) fn cycle(&self, start: Value<'m>) -> Option<Vec<Edge<'m>>> {
        let mut came_by: HashMap<Value<'m>, (Value<'m>, Edge<'m>)> = HashMap::new();
        let mut open = VecDeque::from([start]);
        while let Some(function) = open.pop_front() {
            for edge in self.edges.get(&function)? {
                if came_by.contains_key(&edge.1) {
                    continue;
                }
                came_by.insert(edge.1, (function, *edge));
                if edge.1 == start {
                    return Some(way_back(start, &came_by));
                }
                open.push_back(edge.1);
            }
        }
        None
    }
}

fn way_back<'m>(
    start: Value<'m>,
    came_by: &HashMap<Value<'m>, (Value<'m>, Edge<'m>)>,
) -> Vec<Edge<'m>> {
    let mut way = Vec::new();
    let mut at = start;
    loop {
        let (from, edge) = came_by[&at];
        way.push(edge);
        at = from;
        if at == start {
            way.reverse();
            return way;
        }
    }
}
