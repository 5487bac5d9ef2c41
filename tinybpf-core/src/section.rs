pub(crate) struct Section {
    pub(crate) name: String,
}
impl Section {
    pub(crate) fn parse(s: &str) -> Result<Self, String> {
        Ok(Self { name: s.to_owned() })
    }
}
