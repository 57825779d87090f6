package uk.linkage.testdata;

import java.util.List;

/**
 * How a provider writes an entry down: its header, its order of columns, its forms and its own kind of local id.
 *
 * <p>A closed family; each stands for a kind of system met in the field, and each is told apart by its header alone.
 */
sealed interface Layout permits HospitalLayout, GpLayout, CouncilLayout, AmbulanceLayout {
    List<String> header();

    /** The cells of an entry in the order of the header. */
    List<String> row(String localId, Entry entry);

    /** How many local ids there are. */
    long localIds();

    /** The local id of a number below {@link #localIds()}; one to one. */
    String localId(long drawn);
}
