package uk.linkage;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import uk.linkage.destroy.KnownFiles;
import uk.linkage.exchange.SealedHeader;
import uk.linkage.file.FolderUpdate;
import uk.linkage.hub.crosswalk.Changes;
import uk.linkage.hub.crosswalk.Crosswalk;
import uk.linkage.hub.crosswalk.RetiredIds;
import uk.linkage.hub.crosswalk.WithdrawnRecords;
import uk.linkage.hub.review.Answers;
import uk.linkage.hub.review.ReviewKey;
import uk.linkage.hub.review.ReviewList;
import uk.linkage.hub.review.ScoreFile;
import uk.linkage.hub.review.WithdrawnPairs;
import uk.linkage.report.AssurancePack;
import uk.linkage.report.EvaluationReport;
import uk.linkage.report.LinkageReport;

/** Every file that the program leaves in the folder of a run, or is likely to be told to put there, half-written ones among them. */
final class RunFiles implements KnownFiles {
    private static final String PART = ".part";
    private static final Set<String> NAMES = Set.of(
            LinkageRun.RECORD,
            LinkageReport.FILE,
            EvaluationReport.FILE,
            Changes.FILE,
            RetiredIds.FILE,
            ReviewList.FILE,
            ReviewKey.FILE,
            Answers.FILE,
            ScoreFile.FILE,
            WithdrawnPairs.FILE,
            WithdrawnRecords.FILE,
            Withdrawals.IDS,
            Withdrawals.LINES);

    /** Local ids with little else. */
    private static final Set<String> GUESSABLE = Set.of(Answers.FILE, ScoreFile.FILE);

    @Override
    public Knowledge of(String place) {
        String name = withoutUpdate(place);
        String whole = name.endsWith(PART) ? name.substring(0, name.length() - PART.length()) : name;
        if (!NAMES.contains(whole) && !isOfPack(whole) && !isOfProvider(whole)) {
            return Knowledge.UNKNOWN;
        }
        return GUESSABLE.contains(whole) ? Knowledge.OURS_AND_GUESSABLE : Knowledge.OURS;
    }

    private static String withoutUpdate(String place) {
        List<String> parts = List.of(place.split("/", 2));
        boolean within =
                parts.size() == 2 && FolderUpdate.folders(LateWithdrawal.UPDATE).contains(parts.get(0));
        return within ? parts.get(1) : place;
    }

    private static boolean isOfPack(String place) {
        return AssurancePack.FILES.stream().anyMatch(file -> place.equals(AssurancePack.FOLDER + "/" + file));
    }

    private static boolean isOfProvider(String name) {
        int from = name.indexOf('-') + 1;
        int to = name.length() - ".csv".length();
        if (from == 0 || to <= from) {
            return false;
        }
        String provider = name.substring(from, to);
        return SealedHeader.isProviderName(provider)
                && Stream.of(Crosswalk.fileName(provider), Changes.fileName(provider), ReviewList.fileName(provider))
                        .anyMatch(name::equals);
    }
}
