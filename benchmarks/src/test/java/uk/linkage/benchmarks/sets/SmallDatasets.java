package uk.linkage.benchmarks.sets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.linkage.testdata.Synthetic;
import uk.linkage.testdata.Written;

/** A few hundred invented people in files of the names and columns of the labelled sets, whose own are not ours to carry. */
public final class SmallDatasets {
    private SmallDatasets() {}

    /** Writes {@code essnet_uk} and {@code febrl4} into a folder. */
    public static Path write(Path folder, int people) throws IOException {
        Written written = new Synthetic(people, 2026).writeTo(folder.resolve("people"));
        Table hospital = Table.read(written.extracts().get(0).file());
        Table gp = Table.read(written.extracts().get(1).file());
        Table truth = pairs(Table.read(written.truth()));
        Path essnet = Files.createDirectories(folder.resolve("essnet_uk"));
        essnet(hospital).write(essnet.resolve("census.csv"));
        essnet(gp).write(essnet.resolve("cis.csv"));
        truth.write(essnet.resolve("truth.csv"));
        Path febrl = Files.createDirectories(folder.resolve("febrl4"));
        febrl(hospital).write(febrl.resolve("dataset4a.csv"));
        febrl(gp).write(febrl.resolve("dataset4b.csv"));
        truth.write(febrl.resolve("truth.csv"));
        return folder;
    }

    /** Local ids of people whom both hospital and GP federation hold. */
    private static Table pairs(Table truth) {
        Map<String, String> hospital = new HashMap<>();
        List<List<String>> pairs = new ArrayList<>();
        for (List<String> row : truth.rows()) {
            if (row.get(0).equals("hospital")) {
                hospital.put(row.get(2), row.get(1));
            } else if (row.get(0).equals("gp") && hospital.containsKey(row.get(2))) {
                pairs.add(List.of(hospital.get(row.get(2)), row.get(1)));
            }
        }
        return new Table(List.of("a_id", "b_id"), pairs);
    }

    private static Table essnet(Table extract) {
        List<List<String>> rows = extract.rows().stream()
                .map(SmallPerson::of)
                .map(p -> List.of(
                        p.id(),
                        p.forename(),
                        p.surname(),
                        p.sex(),
                        p.day(),
                        p.month(),
                        p.year(),
                        p.address(),
                        p.postcode()))
                .toList();
        return new Table(
                List.of(
                        "local_id",
                        "forename",
                        "surname",
                        "sex",
                        "dob_day",
                        "dob_mon",
                        "dob_year",
                        "address",
                        "postcode"),
                rows);
    }

    private static Table febrl(Table extract) {
        List<List<String>> rows = extract.rows().stream()
                .map(SmallPerson::of)
                .map(p -> List.of(
                        p.id(),
                        p.forename(),
                        p.surname(),
                        p.street(),
                        p.town(),
                        "4" + String.format("%03d", Math.floorMod(p.postcode().hashCode(), 1000)),
                        p.year().isEmpty() ? "" : p.year() + p.month() + p.day(),
                        String.format("%07d", Math.floorMod(p.number().hashCode(), 10_000_000))))
                .toList();
        return new Table(
                List.of(
                        "rec_id",
                        "given_name",
                        "surname",
                        "address_1",
                        "suburb",
                        "postcode",
                        "date_of_birth",
                        "soc_sec_id"),
                rows);
    }

    /** A row of the hospital's or the GP federation's extract. */
    private record SmallPerson(
            String id,
            String number,
            String forename,
            String surname,
            String sex,
            String year,
            String month,
            String day,
            String postcode,
            String address) {

        static SmallPerson of(List<String> row) {
            String[] born = (row.get(5) + "--").split("[-/]", -1);
            boolean dayFirst = row.get(5).contains("/");
            return new SmallPerson(
                    row.get(0),
                    row.get(1).replace(" ", ""),
                    row.get(2),
                    row.get(3),
                    row.get(4).replace('1', 'M').replace('2', 'F').replaceAll("[U9]", ""),
                    born[dayFirst ? 2 : 0],
                    born[1],
                    born[dayFirst ? 0 : 2],
                    row.get(6),
                    row.get(7));
        }

        String street() {
            return address.replaceFirst(", .*", "");
        }

        String town() {
            return address.replaceFirst("^[^,]*,? ?", "");
        }
    }
}
