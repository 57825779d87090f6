package uk.linkage.hub.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LocalIdsTest {

    @Test
    void theyAreTheTextsPutIn() {
        List<String> texts = List.of("A", "", "Zoë", "K482913", "名", "x".repeat(200));
        LocalIds.Builder builder = new LocalIds.Builder(texts.size());
        texts.forEach(builder::add);
        assertThat(builder.rows()).isEqualTo(texts.size());
        assertThat(builder.build()).isEqualTo(texts);
    }

    @Test
    void theyNeverPrint() {
        LocalIds.Builder builder = new LocalIds.Builder(1);
        builder.add("K482913");
        assertThat(builder.build().toString()).isEqualTo("LocalIds[1]");
    }
}
