package uk.linkage.provider.person;

/** Which field of a name: a few words are a placeholder in one and a true name in the other. */
enum NameKind {
    FORENAME,
    SURNAME
}
