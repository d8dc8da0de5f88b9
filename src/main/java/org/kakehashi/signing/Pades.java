package org.kakehashi.signing;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pades.validation.ByteRange;
import eu.europa.esig.dss.pades.validation.PAdESSignature;
import eu.europa.esig.dss.pades.validation.PDFDocumentAnalyzer;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.kakehashi.signing.Certificate.Key;
import org.springframework.stereotype.Component;

/** PAdES signatures: baseline B, and baseline T where a time-stamping authority is configured. */
@Component
class Pades {

    private final SigningSettings settings;
    private final Clock clock;

    Pades(SigningSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** What a file's signature says. */
    enum Finding {
        /** It is the certificate's, and not one byte of the file was changed or added. */
        INTACT,
        /** It is there, but the file was changed, or somebody else signed it. */
        BROKEN,
        /** There is none. */
        NONE
    }

    /** Certifies the file: whoever changes it afterwards breaks the signature. */
    byte[] sign(byte[] pdf, Key key, String reason) {
        var document = new InMemoryDocument(pdf, "contract.pdf");
        var parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(
                settings.timestamp() == null ? SignatureLevel.PAdES_BASELINE_B : SignatureLevel.PAdES_BASELINE_T);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(key.entry().getCertificate());
        parameters.setCertificateChain(key.entry().getCertificateChain());
        parameters.setPermission(CertificationPermission.NO_CHANGE_PERMITTED);
        parameters.setReason(reason);
        parameters.bLevel().setSigningDate(Date.from(clock.instant()));
        var service = new PAdESService(new CommonCertificateVerifier());
        if (settings.timestamp() != null) {
            service.setTspSource(new TimestampAuthority(settings.timestamp()));
        }
        SignatureValue value = key.store()
                .sign(service.getDataToSign(document, parameters), parameters.getDigestAlgorithm(), key.entry());
        try (InputStream signed =
                service.signDocument(document, parameters, value).openStream()) {
            return signed.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param fingerprint of the certificate that must have signed the file */
    static Finding check(byte[] pdf, String fingerprint) {
        List<AdvancedSignature> signatures;
        try {
            signatures = signatures(pdf);
        } catch (RuntimeException unreadable) {
            return Finding.BROKEN;
        }
        if (signatures.isEmpty()) {
            return Finding.NONE;
        }
        return signatures.size() == 1 && isIntact((PAdESSignature) signatures.get(0), pdf, fingerprint)
                ? Finding.INTACT
                : Finding.BROKEN;
    }

    private static List<AdvancedSignature> signatures(byte[] pdf) {
        var analyzer = new PDFDocumentAnalyzer(new InMemoryDocument(pdf));
        analyzer.setCertificateVerifier(new CommonCertificateVerifier());
        return analyzer.getSignatures();
    }

    private static boolean isIntact(PAdESSignature signature, byte[] pdf, String fingerprint) {
        signature.checkSignatureIntegrity();
        CertificateToken signer = signature.getSigningCertificateToken();
        return signature.getSignatureCryptographicVerification().isSignatureValid()
                && signer != null
                && Certificate.fingerprint(signer).equals(fingerprint)
                && coversAll(signature.getPdfRevision().getByteRange(), pdf);
    }

    /** All bytes are signed but those of the signature itself: nothing stands before, within or behind them. */
    private static boolean coversAll(ByteRange range, byte[] pdf) {
        int gap = range.getFirstPartEnd();
        int rest = range.getSecondPartStart();
        return range.getFirstPartStart() == 0
                && rest + range.getSecondPartEnd() == pdf.length
                && gap < rest
                && pdf[gap] == '<'
                && pdf[rest - 1] == '>'
                && IntStream.range(gap + 1, rest - 1).allMatch(at -> Character.digit(pdf[at], 16) >= 0);
    }
}
