package org.kakehashi.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kakehashi.documents.drafting.PdfFile;
import org.kakehashi.signing.Pades.Finding;

class PadesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-01T03:00:00Z"), ZoneId.of("Asia/Tokyo"));
    private static final SigningSettings OWN = new SigningSettings(null, "", true, null, Map.of());

    @TempDir
    Path folder;

    Certificate certificate;
    byte[] signed;

    @BeforeEach
    void signAContract() {
        certificate = new Certificate(OWN, CLOCK, folder);
        byte[] pdf = PdfFile.write(List.of("Licence agreement", "The licensor grants a licence."), Path.of("none"));
        signed = new Pades(OWN, CLOCK).sign(pdf, key(), "Sealed");
    }

    @Test
    void whatWasNotTouchedIsIntact() {
        assertThat(check(signed)).isEqualTo(Finding.INTACT);
    }

    @Test
    void anyByteOfTheTextThatIsChangedIsDetected() throws IOException {
        int[] range;
        try (PDDocument document = Loader.loadPDF(signed)) {
            range = document.getLastSignatureDictionary().getByteRange();
        }
        var random = new Random(7);
        for (int trial = 0; trial < 60; trial++) {
            int part = random.nextInt(2) * 2;
            int at = range[part] + random.nextInt(range[part + 1]);
            byte[] changed = signed.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            assertThat(check(changed)).as("byte %d", at).isNotEqualTo(Finding.INTACT);
        }
    }

    @Test
    void whatIsAddedBehindTheSignatureIsDetected() throws IOException {
        var longer = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(signed)) {
            document.addPage(new PDPage());
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            document.getPages().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(longer);
        }
        assertThat(longer.toByteArray()).startsWith(signed).hasSizeGreaterThan(signed.length);
        assertThat(check(longer.toByteArray())).isEqualTo(Finding.BROKEN);

        var trailing = new ByteArrayOutputStream();
        trailing.writeBytes(signed);
        trailing.writeBytes("% paid in full".getBytes(StandardCharsets.US_ASCII));
        assertThat(check(trailing.toByteArray())).isEqualTo(Finding.BROKEN);
    }

    @Test
    void whatSomebodyElseSignedIsNotOurs() throws IOException {
        var stranger = new Certificate(OWN, CLOCK, Files.createDirectory(folder.resolve("stranger")));
        byte[] forged = new Pades(OWN, CLOCK)
                .sign(
                        PdfFile.write(List.of("Licence agreement", "Free of charge."), Path.of("none")),
                        stranger.key().orElseThrow(),
                        "Sealed");
        assertThat(check(forged)).isEqualTo(Finding.BROKEN);
    }

    @Test
    void aFileWithoutSignatureOrWithoutSenseIsNotIntact() {
        assertThat(check(PdfFile.write(List.of("Licence agreement"), Path.of("none"))))
                .isEqualTo(Finding.NONE);
        assertThat(check("MZ no pdf at all".getBytes(StandardCharsets.US_ASCII)))
                .isNotEqualTo(Finding.INTACT);
    }

    @Test
    void otherToolsFindAPadesBaselineSignatureByOurCertificate() throws Exception {
        try (PDDocument document = Loader.loadPDF(signed)) {
            PDSignature signature = document.getLastSignatureDictionary();
            assertThat(signature.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
            assertThat(signature.getSignDate().toInstant()).isEqualTo(CLOCK.instant());
            var cms = new CMSSignedData(
                    new CMSProcessableByteArray(signature.getSignedContent(new ByteArrayInputStream(signed))),
                    signature.getContents(new ByteArrayInputStream(signed)));
            SignerInformation signer =
                    cms.getSignerInfos().getSigners().iterator().next();
            X509CertificateHolder holder = (X509CertificateHolder)
                    cms.getCertificates().getMatches(signer.getSID()).iterator().next();
            assertThat(signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(holder)))
                    .isTrue();
            assertThat(signer.getSignedAttributes().get(PKCSObjectIdentifiers.id_aa_signingCertificateV2))
                    .isNotNull();
        }
    }

    @Test
    void whereAnAuthorityIsNamedTheSealBearsItsTimeStamp() throws Exception {
        HttpServer authority = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        authority.createContext("/tsa", this::stamp);
        authority.start();
        try {
            var settings = new SigningSettings(
                    null,
                    "",
                    true,
                    URI.create("http://localhost:" + authority.getAddress().getPort() + "/tsa"),
                    Map.of());
            byte[] stamped = new Pades(settings, CLOCK)
                    .sign(PdfFile.write(List.of("Licence agreement"), Path.of("none")), key(), "Sealed");
            assertThat(check(stamped)).isEqualTo(Finding.INTACT);
            try (PDDocument document = Loader.loadPDF(stamped)) {
                byte[] contents = document.getLastSignatureDictionary().getContents(new ByteArrayInputStream(stamped));
                SignerInformation signer = new CMSSignedData(contents)
                        .getSignerInfos()
                        .getSigners()
                        .iterator()
                        .next();
                assertThat(signer.getUnsignedAttributes().get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken))
                        .isNotNull();
            }
        } finally {
            authority.stop(0);
        }
    }

    @Test
    void anAuthorityThatIsAwayLeavesTheContractUnsealed() {
        var settings = new SigningSettings(null, "", true, URI.create("http://localhost:1/tsa"), Map.of());
        assertThatThrownBy(() -> new Pades(settings, CLOCK)
                        .sign(PdfFile.write(List.of("Licence agreement"), Path.of("none")), key(), "Sealed"))
                .hasMessageContaining("No time stamp from");
    }

    private void stamp(HttpExchange exchange) throws IOException {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
            var name = new X500Name("CN=Time");
            X509Certificate own = new JcaX509CertificateConverter()
                    .getCertificate(new JcaX509v3CertificateBuilder(
                                    name,
                                    BigInteger.ONE,
                                    Date.from(CLOCK.instant().minusSeconds(3600)),
                                    Date.from(CLOCK.instant().plusSeconds(3600)),
                                    name,
                                    pair.getPublic())
                            .addExtension(
                                    Extension.extendedKeyUsage,
                                    true,
                                    new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping))
                            .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            var generator = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withRSA", pair.getPrivate(), own),
                    digests.get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                    new ASN1ObjectIdentifier("1.2.3"));
            generator.addCertificates(new JcaCertStore(List.of(own)));
            var question = new TimeStampRequest(exchange.getRequestBody());
            byte[] answer = new TimeStampResponseGenerator(generator, TSPAlgorithms.ALLOWED)
                    .generate(question, BigInteger.TEN, Date.from(CLOCK.instant()))
                    .getEncoded();
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (GeneralSecurityException | OperatorCreationException | TSPException e) {
            exchange.sendResponseHeaders(500, -1);
        } finally {
            exchange.close();
        }
    }

    @Test
    void theOwnCertificateIsMadeOnceAndFoundAgain() {
        var again = new Certificate(OWN, CLOCK, folder);
        assertThat(again.key().orElseThrow().fingerprint()).isEqualTo(key().fingerprint());
    }

    @Test
    void withoutCertificateThereIsOneClearSentence() {
        assertThat(new Certificate(new SigningSettings(null, "", false, null, Map.of()), CLOCK, folder).obstacle())
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("kakehashi.signing.keystore"));
        assertThat(new Certificate(
                                new SigningSettings(folder.resolve("signing.p12"), "wrong", false, null, Map.of()),
                                CLOCK,
                                folder)
                        .obstacle())
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("cannot be read"));
    }

    private Finding check(byte[] pdf) {
        return Pades.check(pdf, key().fingerprint());
    }

    private Certificate.Key key() {
        return certificate.key().orElseThrow();
    }
}
