//! Which server takes which flows: the tables of Maglev (Eisenbud and others, NSDI 2016, section 3.4).

use std::hash::{DefaultHasher, Hash, Hasher};

/// Fills a table with the numbers of the servers, even shares for all. When a server comes or goes, nearly all places that it does
/// not take or leave keep their server: where a server stands depends on its name only.
///
/// # Panics
/// Unless the table's length is a power of two, and there is a server.
pub fn fill(table: &mut [u16], servers: &[(u16, String)]) {
    assert!(table.len().is_power_of_two() && !servers.is_empty());
    // Each server names places in an order of its own, and takes in its turn the first that is free.
    let mut orders: Vec<_> = servers
        .iter()
        .map(|(number, name)| (*number, order(name, table.len())))
        .collect();
    let mut free = vec![true; table.len()];
    let mut left = table.len();
    while left > 0 {
        for (number, order) in orders.iter_mut().take(left) {
            let place = order
                .find(|place| free[*place])
                .expect("an order has all places, and one is free");
            table[place] = *number;
            free[place] = false;
            left -= 1;
        }
    }
}

/// All places of a table, in an order that looks random.
fn order(name: &str, places: usize) -> impl Iterator<Item = usize> {
    let hash = |salt: u8| {
        let mut hasher = DefaultHasher::new();
        (salt, name).hash(&mut hasher);
        hasher.finish() as usize
    };
    // An odd step meets each place of a power of two.
    let (start, step) = (hash(0), hash(1) | 1);
    (0..places).map(move |n| start.wrapping_add(n.wrapping_mul(step)) % places)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(servers: impl Iterator<Item = u16>) -> Vec<u16> {
        let servers: Vec<_> = servers.map(|n| (n, format!("10.0.0.{n}:80"))).collect();
        let mut table = vec![u16::MAX; 1024];
        fill(&mut table, &servers);
        table
    }

    #[test]
    fn shares_are_even() {
        for count in [1, 2, 3, 7, 100] {
            let table = table(0..count);
            let shares = (0..count).map(|n| table.iter().filter(|s| **s == n).count());
            let (least, most) = (shares.clone().min().unwrap(), shares.max().unwrap());
            assert!(most - least <= 1, "{count} servers: {least} to {most}");
        }
    }

    #[test]
    fn few_flows_move_when_a_server_goes() {
        let (before, after) = (table(0..10), table((0..10).filter(|n| *n != 3)));
        assert!(!after.contains(&3));
        let moved = before
            .iter()
            .zip(&after)
            .filter(|(b, a)| **b != 3 && a != b);
        assert!(moved.clone().count() < 1024 / 10, "{}", moved.count());
    }
}
