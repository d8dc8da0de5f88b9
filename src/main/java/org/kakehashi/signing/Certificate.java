package org.kakehashi.signing;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.token.DSSPrivateKeyEntry;
import eu.europa.esig.dss.token.KeyStoreSignatureTokenConnection;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The programme's certificate and its key, where there are any; without them contracts are signed on paper. */
@Component
class Certificate {

    private static final Logger LOG = LoggerFactory.getLogger(Certificate.class);
    private static final String PKCS12 = "PKCS12";
    private static final String OWN_PASSWORD = "demonstration";
    private static final Duration OWN_VALIDITY = Duration.ofDays(3650);

    /** A key that signs, and the store it lies in. */
    record Key(KeyStoreSignatureTokenConnection store, DSSPrivateKeyEntry entry) {

        String fingerprint() {
            return Certificate.fingerprint(entry.getCertificate());
        }
    }

    private final @Nullable Key key;
    private final String missing;
    private final Clock clock;

    Certificate(SigningSettings settings, Clock clock, @Value("${kakehashi.data.folder}") Path data) {
        this.clock = clock;
        Key found = null;
        String why = "The programme has no certificate to sign with: name its file in kakehashi.signing.keystore.";
        try {
            if (settings.keystore() != null) {
                found = open(settings.keystore(), settings.password());
            } else if (settings.selfSigned()) {
                found = open(selfSigned(data.resolve("signing.p12")), OWN_PASSWORD);
            }
        } catch (IOException | GeneralSecurityException | OperatorCreationException | RuntimeException e) {
            LOG.debug("The programme's certificate cannot be read", e);
            why =
                    "The programme's certificate cannot be read from %s: check kakehashi.signing.keystore and its password."
                            .formatted(settings.keystore());
        }
        this.key = found;
        this.missing = why;
        obstacle().ifPresent(sentence -> LOG.warn("Nothing is signed within the product. {}", sentence));
    }

    /** Why the product cannot sign, in a sentence; empty where it can. */
    Optional<String> obstacle() {
        if (key == null) {
            return Optional.of(missing);
        }
        Instant end = key.entry().getCertificate().getNotAfter().toInstant();
        return clock.instant().isBefore(end)
                ? Optional.empty()
                : Optional.of("The programme's certificate has expired: put a new one in kakehashi.signing.keystore.");
    }

    Optional<Key> key() {
        return obstacle().isPresent() ? Optional.empty() : Optional.ofNullable(key);
    }

    /** SHA-256 of the certificate, in hexadecimal digits. */
    static String fingerprint(CertificateToken certificate) {
        return DigestUtils.sha256Hex(certificate.getEncoded());
    }

    private static Key open(Path file, String password) throws IOException {
        var store = new KeyStoreSignatureTokenConnection(
                file.toFile(), PKCS12, new PasswordProtection(password.toCharArray()));
        return new Key(store, store.getKeys().get(0));
    }

    private Path selfSigned(Path file) throws IOException, GeneralSecurityException, OperatorCreationException {
        if (Files.exists(file)) {
            return file;
        }
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(3072);
        KeyPair pair = generator.generateKeyPair();
        var name = new X500Name("CN=Kakehashi demonstration, O=Kakehashi");
        Instant now = clock.instant();
        X509Certificate certificate = new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                name,
                                new BigInteger(64, new SecureRandom()),
                                Date.from(now.minus(Duration.ofDays(1))),
                                Date.from(now.plus(OWN_VALIDITY)),
                                name,
                                pair.getPublic())
                        .addExtension(
                                Extension.keyUsage,
                                true,
                                new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
                        .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
        KeyStore store = KeyStore.getInstance(PKCS12);
        store.load(null, null);
        store.setKeyEntry(
                "programme", pair.getPrivate(), OWN_PASSWORD.toCharArray(), new X509Certificate[] {certificate});
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, OWN_PASSWORD.toCharArray());
        }
        return file;
    }
}
