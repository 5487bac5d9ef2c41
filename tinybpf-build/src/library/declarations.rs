//! What the package declares, for help beside errors about it.

/// An exported function, type, variable or constant of the package, or a field or method of one of its types.
#[derive(Clone, Copy)]
pub(crate) struct Declaration {
    /// The type that it is a field or method of.
    pub(crate) of: Option<&'static str>,
    pub(crate) name: &'static str,
    /// The line that declares it, without the body: `func (m *Array[V]) Lookup(index uint32) *V`.
    pub(crate) line: &'static str,
}

impl Declaration {
    /// Whether it is a function or a method.
    pub(crate) fn is_func(&self) -> bool {
        self.line.starts_with("func ")
    }
}

/// All that programs find in the package.
pub(crate) fn declarations() -> Vec<Declaration> {
    let files = super::FILES
        .iter()
        .filter(|(name, text)| name.ends_with(".go") && !text.starts_with("//go:build !tinygo"));
    files.flat_map(|(_, text)| in_file(text)).collect()
}

fn in_file(text: &'static str) -> Vec<Declaration> {
    let mut found = Vec::new();
    // The type whose fields follow; nothing in a group of constants.
    let (mut of, mut in_group) = (None, false);
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("func (") {
            let Some((receiver, rest)) = rest.split_once(") ") else {
                continue;
            };
            let (_, ty) = receiver.split_once(' ').unwrap_or_default();
            add(
                &mut found,
                Some(first_word(ty.trim_start_matches('*'))),
                rest,
                line,
            );
        } else if let Some(rest) = line.strip_prefix('\t') {
            if in_group {
                let names = rest.split(", ");
                // `A, B uint32` declares two.
                for name in names {
                    add(&mut found, of, name, rest);
                    if name.contains(' ') {
                        break;
                    }
                }
            }
        } else {
            let mut words = line.splitn(2, ' ');
            let keyword = words.next().unwrap_or_default();
            let rest = words.next().unwrap_or_default();
            let is_declared = ["func", "type", "var", "const"].contains(&keyword);
            let is_struct = keyword == "type" && line.ends_with("struct {");
            in_group = is_declared && rest == "(" || is_struct;
            of = is_struct.then(|| first_word(rest));
            if is_declared && rest != "(" {
                add(&mut found, None, rest, line);
            }
        }
    }
    found
}

/// Adds what begins with its name, if it is exported.
fn add(
    found: &mut Vec<Declaration>,
    of: Option<&'static str>,
    text: &'static str,
    line: &'static str,
) {
    let name = first_word(text);
    if name.starts_with(|c: char| c.is_uppercase()) {
        let line = line.split(" {").next().unwrap_or(line);
        found.push(Declaration { of, name, line });
    }
}

fn first_word(text: &str) -> &str {
    text.split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_methods_fields_and_constants() {
        let all = declarations();
        let lines = |of, name| -> Vec<_> {
            let found = all.iter().filter(|d| d.of == of && d.name == name);
            found.map(|d| d.line).collect()
        };
        assert_eq!(
            lines(None, "At"),
            ["func At[T any, C Packet](ctx C, off uintptr) *T"]
        );
        assert_eq!(
            lines(Some("HashMap"), "Lookup"),
            ["func (m *HashMap[K, V]) Lookup(key *K) *V"]
        );
        assert_eq!(lines(Some("XdpMd"), "RxQueueIndex").len(), 1);
        assert_eq!(lines(None, "XdpPass").len(), 1);
        assert_eq!(lines(None, "NewXdpMd"), [""; 0], "only tests have it");
        assert!(all.iter().all(|d| d.of.is_none_or(|of| !of.is_empty())));
    }
}
