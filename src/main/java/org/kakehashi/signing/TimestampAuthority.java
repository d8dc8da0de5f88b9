package org.kakehashi.signing;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/** Asks an authority over HTTP for time stamps (RFC 3161). */
final class TimestampAuthority implements TSPSource {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI address;

    TimestampAuthority(URI address) {
        this.address = address;
    }

    /** @throws DSSException where the authority cannot be reached or grants nothing */
    @Override
    public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
        try {
            var generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            TimeStampRequest question = generator.generate(
                    new ASN1ObjectIdentifier(algorithm.getOid()), digest, new BigInteger(64, new SecureRandom()));
            HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(address)
                                    .timeout(PATIENCE)
                                    .header("Content-Type", "application/timestamp-query")
                                    .POST(BodyPublishers.ofByteArray(question.getEncoded()))
                                    .build(),
                            BodyHandlers.ofByteArray());
            var stamp = new TimeStampResponse(answer.body());
            stamp.validate(question);
            if (stamp.getTimeStampToken() == null) {
                throw new DSSException(address + " grants no time stamp: " + stamp.getStatusString());
            }
            return new TimestampBinary(stamp.getTimeStampToken().getEncoded());
        } catch (IOException | TSPException e) {
            throw new DSSException("No time stamp from " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DSSException("No time stamp from " + address, e);
        }
    }
}
