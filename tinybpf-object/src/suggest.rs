//! Did-you-mean: the known names that are close to a mistyped one.

/// At most this many names are worth showing.
const LIMIT: usize = 3;

/// The candidates that differ from `name` by few keystrokes, the closest first; equally close ones in their order.
/// A third of the name may be wrong, at most three characters, and none that is two further off than the best.
pub fn closest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let allowed = (name.chars().count() / 3).clamp(1, 3);
    let mut near: Vec<_> = candidates
        .into_iter()
        .map(|candidate| (distance(name, candidate), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .collect();
    near.sort_by_key(|(distance, _)| *distance);
    let best = near.first().map_or(0, |(distance, _)| *distance);
    near.into_iter()
        .take_while(|(distance, _)| *distance <= best + 1)
        .map(|(_, name)| name)
        .take(LIMIT)
        .collect()
}

/// `; did you mean "a" or "b"?`, or nothing.
pub fn did_you_mean<S: AsRef<str>>(names: &[S]) -> String {
    let quoted: Vec<String> = names.iter().map(|n| format!("{:?}", n.as_ref())).collect();
    match quoted.split_last() {
        None => String::new(),
        Some((last, [])) => format!("; did you mean {last}?"),
        Some((last, others)) => format!("; did you mean {} or {last}?", others.join(", ")),
    }
}

/// How many characters must be inserted, deleted, replaced or swapped with their neighbour to get from `a` to `b`
/// (optimal string alignment).
#[must_use]
pub fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    rows[0] = (0..=b.len()).collect();
    for i in 1..=a.len() {
        rows[i][0] = i;
        for j in 1..=b.len() {
            let replaced = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = replaced.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = best;
        }
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_counts_keystrokes() {
        for (a, b, expected) in [
            ("xdp", "xdp", 0),
            ("xpd", "xdp", 1),
            ("kprob", "kprobe", 1),
            ("tracepiont", "tracepoint", 1),
            ("", "tc", 2),
            ("lsm", "xdp", 3),
        ] {
            assert_eq!(distance(a, b), expected, "{a} {b}");
            assert_eq!(distance(b, a), expected, "{b} {a}");
        }
    }

    #[test]
    fn shows_only_near_names_closest_first() {
        assert_eq!(
            closest("sockop", ["socket", "sockops"]),
            ["sockops", "socket"]
        );
        assert!(closest("zzz", ["xdp", "tc"]).is_empty());
        assert_eq!(did_you_mean(&closest("zzz", ["xdp"])), "");
        assert_eq!(
            did_you_mean(&["a", "b", "c"]),
            "; did you mean \"a\", \"b\" or \"c\"?"
        );
    }
}
