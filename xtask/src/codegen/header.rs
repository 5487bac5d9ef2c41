//! Reads `linux/bpf.h`: the helper list, the helpers' signatures (kept in its comments), and the enums.

use std::collections::BTreeMap;

/// What the tables need of the header.
#[derive(Debug)]
pub(crate) struct Header {
    /// The kernel's version, such as `6.12.3`.
    pub(crate) kernel: String,
    /// By number, from 1 without gaps.
    pub(crate) helpers: Vec<Helper>,
    /// `enum bpf_map_type` and so on: (prefix, constants by number).
    pub(crate) map_types: Vec<(String, u32)>,
    pub(crate) program_types: Vec<(String, u32)>,
    pub(crate) attach_types: Vec<(String, u32)>,
}

/// A helper: its C declaration in parts.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Helper {
    pub(crate) id: u32,
    pub(crate) name: String,
    pub(crate) ret: String,
    /// (C type, name).
    pub(crate) params: Vec<(String, String)>,
    pub(crate) variadic: bool,
}

impl Header {
    /// Parses the texts of `bpf.h` and `version.h`. Every helper of the list must have a signature and the other
    /// way round, so that a header laid out in a new way fails instead of giving a poor table.
    pub(crate) fn parse(bpf: &str, version: &str) -> Result<Self, String> {
        let mut signatures = signatures(bpf)?;
        let mut helpers = Vec::new();
        for (name, id) in mapper(bpf)? {
            let mut helper = signatures
                .remove(&name)
                .ok_or_else(|| format!("no signature of {name} in the comments of bpf.h"))?;
            helper.id = id;
            helpers.push(helper);
        }
        if let Some(name) = signatures.keys().next() {
            return Err(format!("{name} has a signature but no number"));
        }
        if let Some(gap) = (1..).zip(&helpers).find(|(id, h)| *id != h.id) {
            return Err(format!("the helper numbers have a gap at {}", gap.0));
        }
        Ok(Self {
            kernel: kernel(version)?,
            helpers,
            map_types: constants(bpf, "bpf_map_type", "BPF_MAP_TYPE_")?,
            program_types: constants(bpf, "bpf_prog_type", "BPF_PROG_TYPE_")?,
            attach_types: constants(bpf, "bpf_attach_type", "BPF_")?,
        })
    }
}

/// `LINUX_VERSION_MAJOR.PATCHLEVEL.SUBLEVEL`.
fn kernel(version: &str) -> Result<String, String> {
    let number = |name: &str| {
        version
            .lines()
            .find_map(|line| line.strip_prefix("#define ")?.strip_prefix(name))
            .map(str::trim)
            .ok_or_else(|| format!("no {name} in version.h"))
    };
    Ok(format!(
        "{}.{}.{}",
        number("LINUX_VERSION_MAJOR")?,
        number("LINUX_VERSION_PATCHLEVEL")?,
        number("LINUX_VERSION_SUBLEVEL")?
    ))
}

/// (name, number) of each `FN(name, number, …)` of the helper list; `unspec` (0) is none.
fn mapper(bpf: &str) -> Result<Vec<(String, u32)>, String> {
    let list = bpf
        .split_once("#define ___BPF_FUNC_MAPPER(")
        .ok_or("no ___BPF_FUNC_MAPPER in bpf.h; a header before Linux 6.0 has no numbers")?
        .1;
    let mut found = Vec::new();
    for line in list.lines().skip(1) {
        let Some(entry) = line.trim().strip_prefix("FN(") else {
            break;
        };
        let mut parts = entry.split(',').map(str::trim);
        let (name, number) = (parts.next(), parts.next().and_then(|n| n.parse().ok()));
        match (name, number) {
            (_, Some(0)) => {}
            (Some(name), Some(number)) => found.push((format!("bpf_{name}"), number)),
            _ => return Err(format!("not understood in the helper list: {line}")),
        }
    }
    Ok(found)
}

/// The declarations among the helper descriptions. A helper that is described more than once, for several kinds of
/// programs, gets what the descriptions have in common.
fn signatures(bpf: &str) -> Result<BTreeMap<String, Helper>, String> {
    let text = bpf
        .split_once("Start of BPF helper function descriptions:")
        .and_then(|(_, rest)| rest.split_once("*/"))
        .ok_or("no helper descriptions in bpf.h")?
        .0;
    let mut found = BTreeMap::<String, Helper>::new();
    for line in text.lines() {
        // Descriptions are indented by a tab, declarations by one space.
        let Some(declaration) = line.strip_prefix(" * ").filter(|d| !d.starts_with('\t')) else {
            continue;
        };
        if !declaration.ends_with(')') {
            continue;
        }
        let helper = parse_declaration(declaration)
            .ok_or_else(|| format!("not understood as a declaration: {declaration}"))?;
        match found.get_mut(&helper.name) {
            None => drop(found.insert(helper.name.clone(), helper)),
            Some(first) => merge(first, &helper)?,
        }
    }
    Ok(found)
}

fn merge(first: &mut Helper, other: &Helper) -> Result<(), String> {
    if first.params.len() != other.params.len() || first.ret != other.ret {
        return Err(format!("{} is described in two ways", first.name));
    }
    for (param, other) in first.params.iter_mut().zip(&other.params) {
        if *param != *other {
            *param = ("void *".to_owned(), "object".to_owned());
        }
    }
    Ok(())
}

/// `long bpf_f(const void *p, ...)`.
fn parse_declaration(declaration: &str) -> Option<Helper> {
    let (front, params) = declaration.strip_suffix(')')?.split_once('(')?;
    let (ret, name) = split_declarator(front)?;
    let mut helper = Helper {
        id: 0,
        name,
        ret,
        params: Vec::new(),
        variadic: false,
    };
    for param in params.split(',').map(str::trim) {
        match param {
            "void" => {}
            "..." => helper.variadic = true,
            _ => helper.params.push(split_declarator(param)?),
        }
    }
    helper.name.starts_with("bpf_").then_some(helper)
}

/// `const void *key` → (`const void *`, `key`).
fn split_declarator(text: &str) -> Option<(String, String)> {
    let start = text.rfind([' ', '*'])? + 1;
    let (ty, name) = text.split_at(start);
    Some((ty.trim().to_owned(), name.to_owned()))
}

/// The constants of an enum that start with `prefix`. Where two share a number, the later one is the name in use
/// (the earlier one says `_DEPRECATED`).
fn constants(bpf: &str, name: &str, prefix: &str) -> Result<Vec<(String, u32)>, String> {
    let body = bpf
        .split_once(&format!("enum {name} {{"))
        .and_then(|(_, rest)| rest.split_once("};"))
        .ok_or_else(|| format!("no enum {name} in bpf.h"))?
        .0;
    let mut all = BTreeMap::<String, u32>::new();
    let mut by_number = BTreeMap::<u32, String>::new();
    let mut next = 0;
    for entry in without_comments(body).split(',').map(str::trim) {
        let (constant, value) = match entry.split_once('=') {
            None => (entry, next),
            Some((constant, value)) => {
                let value = value.trim();
                let value = value.parse().ok().or_else(|| all.get(value).copied());
                let value = value.ok_or_else(|| format!("not understood in {name}: {entry}"))?;
                (constant.trim(), value)
            }
        };
        if constant.is_empty() || constant.starts_with("__MAX") {
            continue;
        }
        if !constant.starts_with(prefix) {
            return Err(format!("{constant} of {name} does not start with {prefix}"));
        }
        next = value + 1;
        all.insert(constant.to_owned(), value);
        by_number.insert(value, constant.to_owned());
    }
    Ok(by_number.into_iter().map(|(n, name)| (name, n)).collect())
}

fn without_comments(mut text: &str) -> String {
    let mut out = String::new();
    while let Some((before, rest)) = text.split_once("/*") {
        out += before;
        text = rest.split_once("*/").map_or("", |(_, after)| after);
    }
    out + text
}

#[cfg(test)]
mod tests {
    use super::*;

    const BPF: &str = "\
enum bpf_map_type {\n\tBPF_MAP_TYPE_UNSPEC, /* a, b */\n\tBPF_MAP_TYPE_OLD_DEPRECATED,\n\
\tBPF_MAP_TYPE_OLD = BPF_MAP_TYPE_OLD_DEPRECATED,\n\tBPF_MAP_TYPE_NEW,\n\t__MAX_BPF_MAP_TYPE\n};\n\
enum bpf_prog_type {\n\tBPF_PROG_TYPE_UNSPEC,\n};\nenum bpf_attach_type {\n\tBPF_XDP,\n};\n\
/*\n * Start of BPF helper function descriptions:\n *\n * void *bpf_a(struct bpf_map *map, const void *key)\n\
 * \tDescription\n * \t\tSee **bpf_b**\\ ()\n *\n * u64 bpf_b(void)\n * \tReturn\n * \t\tA number (of b)\n\
 *\n * long bpf_c(struct sk_buff *skb, ...)\n * \tDescription\n *\n * long bpf_c(struct sock *sk, ...)\n */\n\
#define ___BPF_FUNC_MAPPER(FN, ctx...)\t\\\n\tFN(unspec, 0, ##ctx)\t\\\n\tFN(a, 1, ##ctx)\t\\\n\
\tFN(b, 2, ##ctx)\t\\\n\tFN(c, 3, ##ctx)\t\\\n\t/* */\n";
    const VERSION: &str = "#define LINUX_VERSION_CODE 1\n#define LINUX_VERSION_MAJOR 6\n\
        #define LINUX_VERSION_PATCHLEVEL 12\n#define LINUX_VERSION_SUBLEVEL 3\n";

    #[test]
    fn reads_helpers_and_enums() {
        let header = Header::parse(BPF, VERSION).unwrap();
        assert_eq!(header.kernel, "6.12.3");
        let [a, b, c] = &header.helpers[..] else {
            panic!("{:?}", header.helpers)
        };
        assert_eq!(
            (a.id, a.name.as_str(), a.ret.as_str()),
            (1, "bpf_a", "void *")
        );
        let key = ("const void *".to_owned(), "key".to_owned());
        assert_eq!((a.params.len(), &a.params[1]), (2, &key));
        assert!(b.params.is_empty() && b.ret == "u64");
        assert!(c.variadic && c.params[0].0 == "void *", "{c:?}");
        let map_types: Vec<_> = header
            .map_types
            .iter()
            .map(|(n, v)| (n.as_str(), *v))
            .collect();
        let expected = [
            ("BPF_MAP_TYPE_UNSPEC", 0),
            ("BPF_MAP_TYPE_OLD", 1),
            ("BPF_MAP_TYPE_NEW", 2),
        ];
        assert_eq!(map_types, expected);
    }

    #[test]
    fn refuses_a_header_that_does_not_agree_with_itself() {
        let unnumbered = BPF.replace("\tFN(b, 2, ##ctx)\t\\\n", "");
        let gap = BPF.replace("FN(c, 3", "FN(c, 4");
        let undescribed = BPF.replace("u64 bpf_b(void)", "");
        for (text, message) in [
            (unnumbered, "bpf_b has a signature but no number"),
            (gap, "the helper numbers have a gap at 3"),
            (undescribed, "no signature of bpf_b"),
            (
                BPF.replace("___BPF_FUNC_MAPPER", "X"),
                "no ___BPF_FUNC_MAPPER",
            ),
        ] {
            let error = Header::parse(&text, VERSION).unwrap_err();
            assert!(error.starts_with(message), "{error}");
        }
    }
}
