//! Columns as gofmt aligns them: Go's `text/tabwriter`, with a space between cells.

/// Lines of cells as text. A column is as wide as its widest cell in lines that follow each other; the last cell of a line is
/// in none.
pub(super) fn align(lines: &[Vec<String>]) -> Vec<String> {
    let mut widths: Vec<Vec<usize>> = lines.iter().map(|_| Vec::new()).collect();
    let most = lines.iter().map(Vec::len).max().unwrap_or_default();
    for column in 0..most {
        let mut start = 0;
        while start < lines.len() {
            let is_in = |line: &&Vec<String>| column + 1 < line.len();
            let len = lines[start..].iter().take_while(is_in).count();
            let cells = lines[start..start + len]
                .iter()
                .map(|line| line[column].len());
            // A column without text is none.
            let width = cells
                .max()
                .filter(|width| *width > 0)
                .map_or(0, |width| width + 1);
            for widths in &mut widths[start..start + len] {
                widths.push(width);
            }
            start += len.max(1);
        }
    }
    let written = lines.iter().zip(&widths).map(|(cells, widths)| {
        let padded = cells
            .iter()
            .zip(widths)
            .map(|(cell, width)| format!("{cell:width$}"));
        let last = cells.last().into_iter().cloned();
        padded.chain(last).collect::<String>().trim_end().to_owned()
    });
    written.collect()
}

#[cfg(test)]
mod tests {
    use super::align;

    #[test]
    fn columns_end_where_a_line_has_no_cell() {
        let lines = [
            vec!["Pid", "int32"],
            vec!["Comm", "[16]byte", "", "`core:\"c\"`"],
            vec!["RealParent", "*bpfCoreTaskStruct", "// a pointer"],
            vec!["X", "int8"],
        ];
        let lines = lines.map(|line| line.into_iter().map(str::to_owned).collect::<Vec<_>>());
        assert_eq!(
            align(&lines),
            [
                "Pid        int32",
                "Comm       [16]byte           `core:\"c\"`",
                "RealParent *bpfCoreTaskStruct // a pointer",
                "X          int8",
            ]
        );
    }
}
