package uk.linkage.agreement;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import uk.linkage.agreement.Draws2026.Draw;
import uk.linkage.agreement.Encode.MatchKey;
import uk.linkage.agreement.Encode.Part;
import uk.linkage.agreement.FieldComparison.Level;

/**
 * Chooses the match keys of 2026 for the fields that providers bring.
 *
 * <p>Goal. A key is one keyed token of several forms together, nearly unique to a person even among those who live together, so it gives
 * away nothing but that two records agree in all of them. Of the many such conjunctions those are wanted that together find the most pairs of one
 * person, however these differ, and tell most about where they agree: a lattice of exact evidence in place of one guess.
 *
 * <p>Method. Candidates are the conjunctions that carry enough bits, of which no part can be left out. How two records of one
 * person differ is drawn {@value #SAMPLE} times from the prior chances of {@link Levels2026}, some of them of people who moved or
 * changed their surname, some with missing fields. Keys are then taken greedily by what they add. That gain is submodular, so
 * greedy is within 1 - 1/e of the best choice (Nemhauser, Wolsey and Fisher 1978); as a way to choose blocking rules it is
 * that of Bilenko, Kamath and Mooney (ICDM 2006), with priors in the place of labels. Since a gain only shrinks, one seen before is a
 * bound, and few have to be worked out again at each step (Minoux 1978).
 */
final class Keys2026 {
    private static final int MOST_KEYS = 48;
    private static final int SAMPLE = 4000;
    private static final int LONGEST_NAME = 64;
    private static final double LEAST_GAIN = 0.5;
    private static final double CLUES = 0.1;
    private static final Map<List<Field>, List<MatchKey>> CHOSEN = new ConcurrentHashMap<>();

    private final List<Field> fields;
    private final Map<Part, BitSet> agrees = new HashMap<>();
    private final Map<Part, BitSet> finest = new HashMap<>();
    private final BitSet swapped = new BitSet();
    private final Map<String, BitSet> told = new HashMap<>();
    private final int[] hits = new int[SAMPLE];

    private Keys2026(List<Field> fields) {
        this.fields = fields;
        Draws2026 draws = new Draws2026(fields);
        for (int i = 0; i < SAMPLE; i++) {
            record(i, draws.next());
        }
        fields.forEach(field -> told.put(field.name(), new BitSet()));
    }

    /** The keys: numbers that belong to one person first, each by itself. */
    static List<MatchKey> of(List<Field> fields) {
        List<MatchKey> keys = new ArrayList<>();
        List<Field> others = new ArrayList<>(fields);
        others.removeIf(field -> field.kind().isNumber());
        fields.stream().filter(field -> field.kind().isNumber()).forEach(field -> keys.add(identifier(field)));
        keys.addAll(CHOSEN.computeIfAbsent(List.copyOf(others), few -> new Keys2026(few).chosen()));
        return keys;
    }

    private static MatchKey identifier(Field field) {
        return new MatchKey(field.name(), List.of(part(KeyForm.WHOLE, field)), true);
    }

    private static Part part(KeyForm form, Field field) {
        return new Part(form, List.of(field.name()));
    }

    /** Which forms agree in a drawn pair, and of each field the most telling one. */
    private void record(int sample, Draw draw) {
        List<Optional<Level>> levels = draw.levels();
        swapped.set(sample, draw.swapped());
        for (int f = 0; f < levels.size(); f++) {
            boolean first = true;
            for (KeyForm form : forms(fields.get(f).kind())) {
                if (levels.get(f).isPresent() && levels.get(f).get().agrees().contains(form)) {
                    Part part = part(form, fields.get(f));
                    agrees.computeIfAbsent(part, p -> new BitSet()).set(sample);
                    if (first) {
                        finest.computeIfAbsent(part, p -> new BitSet()).set(sample);
                    }
                    first = false;
                }
            }
        }
    }

    /**
     * A conjunction and what it was last seen to add: no less than it adds now.
     *
     * @param place among the candidates, by which ties are broken
     */
    private record Candidate(int place, List<Part> parts, double gain) {
        static final Comparator<Candidate> BEST_FIRST =
                Comparator.comparingDouble(Candidate::gain).reversed().thenComparingInt(Candidate::place);
    }

    private List<MatchKey> chosen() {
        PriorityQueue<Candidate> candidates = new PriorityQueue<>(Candidate.BEST_FIRST);
        for (List<Part> parts : candidates()) {
            candidates.add(new Candidate(candidates.size(), parts, gain(parts)));
        }
        List<MatchKey> keys = new ArrayList<>();
        while (keys.size() < MOST_KEYS && !candidates.isEmpty()) {
            Candidate seen = candidates.remove();
            Candidate best = new Candidate(seen.place(), seen.parts(), gain(seen.parts()));
            if (!candidates.isEmpty() && Candidate.BEST_FIRST.compare(best, candidates.peek()) > 0) {
                candidates.add(best);
            } else if (best.gain() < LEAST_GAIN) {
                break;
            } else {
                keys.add(new MatchKey(name(best.parts(), keys.size()), best.parts(), false));
                take(best.parts());
            }
        }
        return keys;
    }

    /** A pair found for the first time counts wholly, found again a quarter as much each time; each field told adds to it. */
    private double gain(List<Part> key) {
        BitSet found = found(key);
        double gain =
                found.stream().mapToDouble(i -> Math.scalb(1.0, -2 * hits[i])).sum();
        for (Part part : key) {
            BitSet clues = clues(part, found);
            clues.andNot(told.get(part.fields().get(0)));
            gain += CLUES * clues.cardinality();
        }
        return gain;
    }

    private void take(List<Part> key) {
        BitSet found = found(key);
        found.stream().forEach(i -> hits[i]++);
        for (Part part : key) {
            told.get(part.fields().get(0)).or(clues(part, found));
        }
    }

    /** The pairs found of whose field the part tells all that agrees. */
    private BitSet clues(Part part, BitSet found) {
        BitSet clues = (BitSet) found.clone();
        clues.and(finest.getOrDefault(part, new BitSet()));
        return clues;
    }

    /** The drawn pairs that agree in all parts. */
    private BitSet found(List<Part> key) {
        BitSet found = all();
        key.forEach(part -> found.and(part.form() == KeyForm.SORTED_LETTERS ? inAnyOrder(part) : agrees(part)));
        return found;
    }

    private static BitSet all() {
        BitSet all = new BitSet();
        all.set(0, SAMPLE);
        return all;
    }

    private BitSet agrees(Part part) {
        return agrees.getOrDefault(part, new BitSet());
    }

    private BitSet inAnyOrder(Part names) {
        BitSet same = all();
        names.fields().forEach(name -> same.and(agrees(new Part(KeyForm.WHOLE, List.of(name)))));
        same.or(swapped);
        return same;
    }

    /** Most telling first. */
    private static List<KeyForm> forms(FieldKind kind) {
        return switch (kind) {
            case FORENAME -> List.of(KeyForm.WHOLE, KeyForm.CANONICAL, KeyForm.SOUNDEX, KeyForm.INITIAL);
            case SURNAME -> List.of(KeyForm.WHOLE, KeyForm.SOUNDEX, KeyForm.INITIAL);
            case MIDDLE_NAME -> List.of(KeyForm.WHOLE, KeyForm.INITIAL);
            case BIRTH_DATE ->
                List.of(KeyForm.WHOLE, KeyForm.DAY_YEAR, KeyForm.MONTH_YEAR, KeyForm.DAY_MONTH, KeyForm.YEAR);
            case POSTCODE -> List.of(KeyForm.WHOLE, KeyForm.SECTOR, KeyForm.DISTRICT);
            default -> List.of(KeyForm.WHOLE);
        };
    }

    /** All conjunctions of one form a field that tell enough and would not without any one part. */
    private List<List<Part>> candidates() {
        List<List<Part>> found = new ArrayList<>();
        swappedNames().ifPresent(names -> extend(0, List.of(names), found));
        extend(0, List.of(), found);
        return found;
    }

    private Optional<Part> swappedNames() {
        List<String> names = fields.stream()
                .filter(f -> Draws2026.isSwappable(f.kind()))
                .map(Field::name)
                .toList();
        return names.size() == 2 ? Optional.of(new Part(KeyForm.SORTED_LETTERS, names)) : Optional.empty();
    }

    private void extend(int from, List<Part> parts, List<List<Part>> found) {
        if (isEnough(parts)) {
            if (parts.stream().noneMatch(part -> isEnough(without(parts, part)))) {
                found.add(parts);
            }
            return;
        }
        for (int f = from; f < fields.size(); f++) {
            String name = fields.get(f).name();
            if (parts.stream().noneMatch(part -> part.fields().contains(name))) {
                for (KeyForm form : forms(fields.get(f).kind())) {
                    List<Part> more = new ArrayList<>(parts);
                    more.add(new Part(form, List.of(name)));
                    extend(f + 1, more, found);
                }
            }
        }
    }

    private static List<Part> without(List<Part> parts, Part part) {
        return parts.stream().filter(p -> p != part).toList();
    }

    /** Of several places the most telling counts alone: a postcode says which town. */
    private boolean isEnough(List<Part> parts) {
        double bits = 0;
        double place = 0;
        for (Part part : parts) {
            double more = part.fields().stream()
                    .mapToDouble(name -> Telling.bits(part.form(), field(name).kind()))
                    .sum();
            boolean isPlace = Places.isPlace(field(part.fields().get(0)));
            bits += isPlace ? 0 : more;
            place = isPlace ? Math.max(place, more) : place;
        }
        return bits + place >= Telling.LEAST_BITS && !Telling.showsHouseholds(parts, this::field);
    }

    private Field field(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
    }

    /** What it says, with its number where that is cut short. */
    private static String name(List<Part> parts, int number) {
        String name = parts.stream().map(Keys2026::name).collect(Collectors.joining("_"));
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 3) + "_" + number;
    }

    private static String name(Part part) {
        return switch (part.form()) {
            case WHOLE -> part.fields().get(0);
            case SORTED_LETTERS -> "names";
            default -> part.fields().get(0) + "." + part.form().label();
        };
    }
}
