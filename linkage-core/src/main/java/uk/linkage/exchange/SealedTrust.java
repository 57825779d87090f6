package uk.linkage.exchange;

import java.util.HexFormat;
import java.util.List;
import uk.linkage.identity.Identity;
import uk.linkage.identity.IdentityCard;
import uk.linkage.identity.IdentityFault;
import uk.linkage.secret.SecretBytes;

/**
 * What a reader of protected files has: its own identity, to which they must be encrypted, and the cards of those whose signatures it takes. A
 * file without protection is refused by it.
 *
 * <pre>{@code
 * SealedTrust trust = new SealedTrust(hub, List.of(hospitalCard, gpCard));
 * SealedReader sealed = SealedReader.open(Path.of("hospital.sealed"), trust);
 * }</pre>
 *
 * @param recipient the reader, closed by whom it belongs to, when the last file has been opened
 * @param signers providers; each is trusted with files of its own name alone
 */
public record SealedTrust(Identity recipient, List<IdentityCard> signers) {
    /** Copies the list. */
    public SealedTrust {
        signers = List.copyOf(signers);
    }

    /**
     * The key of a file whose digest and signature are known to fit, to be closed after use.
     *
     * @throws SealedFileFault where the file is none that this reader takes
     */
    SecretBytes key(SealedInspection file) throws SealedFileFault {
        if (!(file.protection() instanceof Protection.Signed protection)) {
            throw new SealedFileFault(
                    file.name(),
                    "is neither encrypted nor signed, and where an identity reads only what is both is taken");
        }
        requireTrusted(file, protection.signer());
        SealedFormat.require(
                protection.recipient().equals(recipient.card()),
                file.name(),
                "is encrypted for " + told(protection.recipient()) + ", not for " + told(recipient.card()));
        return key(file, protection);
    }

    private void requireTrusted(SealedInspection file, IdentityCard signer) throws SealedFileFault {
        SealedFormat.require(
                signers.contains(signer),
                file.name(),
                "is signed by " + told(signer) + ", whose card is not among the trusted ones");
        String provider = file.header().provider();
        SealedFormat.require(
                signer.name().equals(provider),
                file.name(),
                "is of the provider " + provider + " and signed by " + signer.name());
    }

    private SecretBytes key(SealedInspection file, Protection.Signed protection) throws SealedFileFault {
        try {
            return recipient.decapsulate(
                    HexFormat.of().parseHex(protection.encapsulation()), SealedFormat.keyInfo(file.header()));
        } catch (IdentityFault e) {
            throw new SealedFileFault(file.name(), "header holds no encapsulated key");
        }
    }

    private static String told(IdentityCard card) {
        return card.name() + " (" + card.fingerprint() + ")";
    }
}
