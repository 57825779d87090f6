package uk.linkage.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesTest {

    @Test
    void aPostcodeIsAPlaceWhateverItsName() {
        assertThat(Places.isPlace(new Field("where", FieldKind.POSTCODE))).isTrue();
    }

    @Test
    void wordsAndCodesArePlacesByTheirNames() {
        for (String name : List.of("address", "town", "city", "suburb", "county", "region", "state", "postcode")) {
            assertThat(Places.isPlace(new Field(name, FieldKind.TEXT))).as(name).isTrue();
            assertThat(Places.isPlace(new Field(name, FieldKind.CODE))).as(name).isTrue();
        }
        assertThat(Places.isPlace(new Field("occupation", FieldKind.TEXT))).isFalse();
        assertThat(Places.isPlace(new Field("diagnosis", FieldKind.CODE))).isFalse();
    }

    @Test
    void nothingElseIsAPlaceWhateverItsName() {
        for (FieldKind kind : FieldKind.values()) {
            if (!List.of(FieldKind.POSTCODE, FieldKind.TEXT, FieldKind.CODE).contains(kind)) {
                assertThat(Places.isPlace(new Field("town", kind)))
                        .as(kind.label())
                        .isFalse();
            }
        }
    }
}
