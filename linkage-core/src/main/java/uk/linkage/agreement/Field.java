package uk.linkage.agreement;

/**
 * A field that providers bring. The agreement names fields, never columns: each provider maps its own header.
 *
 * @param name lower-case letters, digits and underscores
 * @param kind what it holds
 */
public record Field(String name, FieldKind kind) {}
