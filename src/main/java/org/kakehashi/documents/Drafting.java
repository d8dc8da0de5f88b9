package org.kakehashi.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kakehashi.documents.drafting.Draft;
import org.kakehashi.documents.drafting.Language;
import org.kakehashi.documents.drafting.Matter;
import org.kakehashi.documents.drafting.PdfFile;
import org.kakehashi.documents.drafting.WordFile;
import org.kakehashi.negotiation.Evaluation;
import org.kakehashi.negotiation.Evaluations;
import org.kakehashi.negotiation.LicensingCase;
import org.kakehashi.negotiation.LicensingCases;
import org.kakehashi.negotiation.Nda;
import org.kakehashi.negotiation.Ndas;
import org.kakehashi.negotiation.Round;
import org.kakehashi.negotiation.TermSheet;
import org.kakehashi.negotiation.TermSheets;
import org.kakehashi.negotiation.Terms;
import org.kakehashi.platform.files.FileType;
import org.kakehashi.shared.CaseNumber;
import org.kakehashi.shared.LicenceKind;
import org.kakehashi.shared.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the documents of a case as Word files, from the templates in use and from what the case has come to. */
@Component
@Transactional
public class Drafting {

    private final Templates templates;
    private final Documents documents;
    private final DocumentAccess access;
    private final LicensingCases cases;
    private final TermSheets termSheets;
    private final Ndas ndas;
    private final Evaluations evaluations;
    private final Clock clock;
    private final Path font;

    Drafting(
            Templates templates,
            Documents documents,
            DocumentAccess access,
            LicensingCases cases,
            TermSheets termSheets,
            Ndas ndas,
            Evaluations evaluations,
            Clock clock,
            @Value("${kakehashi.documents.font}") Path font) {
        this.templates = templates;
        this.documents = documents;
        this.access = access;
        this.cases = cases;
        this.termSheets = termSheets;
        this.ndas = ndas;
        this.evaluations = evaluations;
        this.clock = clock;
        this.font = font;
    }

    /**
     * Drafts a document; where it was drafted before, its next version.
     *
     * @throws Refusal where the case has not come so far, or the user does not work on it
     */
    public Document draft(String caseNumber, DocumentKind kind, Language language) {
        LicensingCase licensingCase = cases.of(CaseNumber.parse(caseNumber).toString());
        access.add(licensingCase);
        return write(licensingCase, kind, language);
    }

    /** Drafts the contract of the agreed terms for whoever has the task to finish it. */
    public Document draftContract(String caseNumber) {
        Terms agreed = termSheets.agreed(caseNumber);
        return write(
                cases.of(caseNumber),
                agreed.licenceKind() == LicenceKind.ASSIGNMENT
                        ? DocumentKind.ASSIGNMENT
                        : DocumentKind.LICENCE_AGREEMENT,
                Language.ENGLISH);
    }

    /**
     * Makes the PDF for signature of a Word document's version: a document of its own, which grows by a version each
     * time.
     */
    public Document pdf(String caseNumber, int number, int version) {
        Document word = documents.of(caseNumber, number);
        access.add(cases.of(word.caseNumber()));
        Document.Version source = word.version(version);
        if (source.type() != FileType.DOCX) {
            throw Refusal.invalid(
                    "\"%s\" is no Word file: a PDF is made from Word files.".formatted(source.fileName()));
        }
        return pdf(word, paragraphs(documents.take(word, source)));
    }

    /**
     * The PDF that the sides of a case sign, made from what its approved draft is; the draft itself where it is a PDF.
     *
     * @return none where the draft is neither, or where the letters for it are not installed
     */
    public Optional<Document> forSignature(String caseNumber, int number, int version) {
        Document draft = documents.forTask(caseNumber, number).upTo(version);
        return switch (draft.latest().type()) {
            case PDF -> Optional.of(draft);
            case DOCX ->
                Optional.of(paragraphs(documents.content(draft.latest())))
                        .filter(text -> PdfFile.isPrintable(text, font))
                        .map(text -> pdf(draft, text));
            default -> Optional.empty();
        };
    }

    private Document pdf(Document word, List<String> paragraphs) {
        String title = word.title() + ", for signature";
        return documents.generated(
                word.caseNumber(),
                word.kind(),
                title,
                word.caseNumber() + " " + title + ".pdf",
                PdfFile.write(paragraphs, font));
    }

    private static List<String> paragraphs(InputStream word) {
        try (word) {
            return WordFile.paragraphs(word);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The confidentiality agreement as it lies before both sides, dated when it was prepared.
     *
     * @throws Refusal where it has not been prepared
     */
    @Transactional(readOnly = true)
    public Draft confidentialityAgreement(String caseNumber, Language language) {
        return templates.current(DocumentKind.NDA, language).fill(matter(cases.of(caseNumber), DocumentKind.NDA));
    }

    /** The same as a PDF or Word file. */
    @Transactional(readOnly = true)
    public byte[] confidentialityAgreement(String caseNumber, Language language, FileType type) {
        Draft draft = confidentialityAgreement(caseNumber, language);
        return type == FileType.PDF ? PdfFile.write(draft.paragraphs(), font) : WordFile.write(draft);
    }

    private Document write(LicensingCase licensingCase, DocumentKind kind, Language language) {
        byte[] word = WordFile.write(templates.current(kind, language).fill(matter(licensingCase, kind)));
        String title = language == Language.ENGLISH ? kind.english() : kind.japanese();
        return documents.generated(
                licensingCase.number(), kind, title, licensingCase.number() + " " + title + ".docx", word);
    }

    private Matter matter(LicensingCase licensingCase, DocumentKind kind) {
        String number = licensingCase.number();
        Nda nda = kind == DocumentKind.NDA ? nda(number) : null;
        return new Matter(
                licensingCase,
                terms(number, kind),
                nda,
                evaluation(number, kind),
                LocalDate.ofInstant(nda == null ? clock.instant() : nda.preparedAt(), clock.getZone()));
    }

    private @Nullable Terms terms(String number, DocumentKind kind) {
        return switch (kind) {
            case LICENCE_AGREEMENT, ASSIGNMENT -> fitting(termSheets.agreed(number), kind);
            case CONTRACT_REPORT -> termSheets.agreed(number);
            case TERM_SHEET ->
                termSheets
                        .find(number)
                        .flatMap(TermSheet::latest)
                        .map(Round::terms)
                        .orElseThrow(() -> Refusal.conflict("Case %s has no offer yet.".formatted(number)));
            default -> null;
        };
    }

    private static Terms fitting(Terms terms, DocumentKind kind) {
        boolean assignment = terms.licenceKind() == LicenceKind.ASSIGNMENT;
        if (assignment != (kind == DocumentKind.ASSIGNMENT)) {
            throw Refusal.conflict(
                    assignment
                            ? "An assignment was agreed: draft that instead of a licence agreement."
                            : "A licence was agreed: draft a licence agreement instead of an assignment.");
        }
        return terms;
    }

    private Nda nda(String number) {
        return ndas.findById(number)
                .orElseThrow(() -> Refusal.conflict(
                        "The confidentiality agreement of %s has not been prepared yet.".formatted(number)));
    }

    private @Nullable Evaluation evaluation(String number, DocumentKind kind) {
        boolean needed = kind == DocumentKind.EVALUATION_AGREEMENT || kind == DocumentKind.OPTION_AGREEMENT;
        Evaluation found = evaluations.findById(number).orElse(null);
        if (needed && found == null) {
            throw Refusal.conflict("No evaluation has been agreed on in %s yet.".formatted(number));
        }
        return found;
    }
}
