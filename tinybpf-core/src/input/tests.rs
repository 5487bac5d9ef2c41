use super::{Input, read};

fn names(name: &str, data: &[u8]) -> Result<Vec<String>, String> {
    let input = Input::Bytes {
        name: name.to_owned(),
        data: data.to_vec(),
    };
    let pieces = read(&input).map_err(|error| error.to_string())?;
    Ok(pieces.into_iter().map(|piece| piece.name).collect())
}

/// An archive with members of the given names and contents, in the format of GNU or BSD.
fn archive(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut data = b"!<arch>\n".to_vec();
    for (name, contents) in members {
        let size = contents.len();
        data.extend(format!("{name:<16}0           0     0     644     {size:<10}`\n").bytes());
        data.extend_from_slice(contents);
        if size % 2 == 1 {
            data.push(b'\n');
        }
    }
    data
}

#[test]
fn archives_of_gnu_and_bsd() {
    let gnu = archive(&[
        ("/", b"\0\0\0\0"),
        ("//", b"a_name_that_is_longer.o/\n"),
        ("a.ll/", b"; one"),
        ("/0", b"; two"),
    ]);
    assert_eq!(
        names("x.a", &gnu).unwrap(),
        ["x.a(a.ll)", "x.a(a_name_that_is_longer.o)"]
    );
    let bsd = archive(&[
        ("__.SYMDEF SORTED", b"\0\0\0\0\0\0\0\0"),
        ("a.ll", b"; one"),
        ("#1/20", b"longer_than_sixteen\0; two"),
    ]);
    assert_eq!(
        names("x.a", &bsd).unwrap(),
        ["x.a(a.ll)", "x.a(longer_than_sixteen)"]
    );
}

#[test]
fn what_is_wrong_with_archives() {
    for (data, message) in [
        (archive(&[]), "an archive without members"),
        (archive(&[("/", b"\0\0\0\0")]), "an archive without members"),
        (archive(&[("a.txt/", b"")]), "x.a(a.txt): the file is empty"),
        (
            archive(&[("b.a/", &archive(&[]))]),
            "x.a(b.a): an archive in an archive",
        ),
        (
            b"!<thin>\na.o/            0           0     0     644     5         `\n".to_vec(),
            "a thin archive",
        ),
        (b"!<arch>\nnonsense".to_vec(), "a damaged archive"),
    ] {
        let error = names("x.a", &data).unwrap_err();
        assert!(error.contains(message), "no `{message}` in {error}");
    }
}

#[test]
fn what_is_no_ir() {
    let elf = [b"\x7fELF\x02\x01\x01".as_slice(), &[0; 20]].concat();
    for (name, data, message) in [
        ("x.go", b"package main".as_slice(), "this is Go source"),
        ("x.c", b"int main;", "this is C source"),
        ("x.bin", b"\x01\x02", "neither text nor"),
        ("x.o", &elf, "damaged object file"),
        ("x.bc", b"BC\xc0\xde", "the bitcode is damaged"),
        ("x", b"", "the file is empty"),
    ] {
        let error = names(name, data).unwrap_err();
        assert!(error.contains(message), "no `{message}` in {error}");
    }
}
