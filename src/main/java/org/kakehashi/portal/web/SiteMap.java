package org.kakehashi.portal.web;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.kakehashi.platform.web.ProductAddress;
import org.kakehashi.portal.PublishedSeeds;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Tells search engines where the records are, and what not to ask. */
@Controller
class SiteMap {

    private static final int RECORDS = 10_000;
    private static final Duration FRESH = Duration.ofHours(1);

    private final PublishedSeeds seeds;
    private final URI product;

    SiteMap(PublishedSeeds seeds, ProductAddress product) {
        this.seeds = seeds;
        this.product = product.address();
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        return answer(
                MediaType.TEXT_PLAIN,
                "User-agent: *\nDisallow: " + Links.SEARCH + "\nAllow: /portal\nDisallow: /\nSitemap: " + product
                        + "/sitemap.xml\n");
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<String> index() {
        long pages = (seeds.count() + RECORDS - 1) / RECORDS;
        return answer(
                MediaType.APPLICATION_XML,
                document(
                        "sitemapindex",
                        "sitemap",
                        LongStream.rangeClosed(0, pages).mapToObj(page -> "/sitemaps/" + page + ".xml")));
    }

    /** Page 0 has the standing pages, the others have the records. */
    @GetMapping("/sitemaps/{page:\\d{1,6}}.xml")
    ResponseEntity<String> page(@PathVariable int page) {
        List<String> addresses = page == 0
                ? List.of(
                        Links.HOME, Links.HOME + "/fields", Links.HOME + "/ipc", Links.HOME + "/about", "/consultation")
                : seeds.numbers(page, RECORDS).stream()
                        .map(number -> Links.HOME + "/seeds/" + number)
                        .toList();
        return answer(MediaType.APPLICATION_XML, document("urlset", "url", addresses.stream()));
    }

    private String document(String root, String entry, Stream<String> addresses) {
        Function<String, String> line =
                address -> "<" + entry + "><loc>" + product + address + "</loc></" + entry + ">\n";
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + root
                + " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
                + addresses.map(line).collect(Collectors.joining())
                + "</" + root + ">\n";
    }

    private static ResponseEntity<String> answer(MediaType type, String body) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .body(body);
    }
}
