package org.kakehashi.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.regex.Pattern;

/** Tasklist as a person uses it: open a task, claim it, fill the form, complete. */
final class Tasklist {

    private final Page page;
    private final String address;

    Tasklist(Page page, String address) {
        this.page = page;
        this.address = address;
    }

    Tasklist open(String taskId) {
        page.navigate(address + "/camunda/app/tasklist/default/#/?task=" + taskId);
        page.locator(".fjs-container").first().waitFor();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return this;
    }

    Tasklist claim() {
        page.getByText("Claim", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        page.locator(".fjs-container input:enabled, .fjs-container textarea:enabled")
                .first()
                .waitFor();
        return this;
    }

    Tasklist choose(String question, String option) {
        Locator choice = field(question)
                .getByLabel(option, new Locator.GetByLabelOptions().setExact(true))
                .first();
        choice.click();
        if (!choice.isChecked()) {
            choice.click();
        }
        assertThat(choice).isChecked();
        return this;
    }

    Tasklist select(String label, String option) {
        field(label).locator(".fjs-input-group").first().click();
        page.locator(".fjs-dropdownlist-item")
                .filter(new Locator.FilterOptions().setHasText(option))
                .first()
                .click();
        return this;
    }

    Tasklist fill(String label, String value) {
        field(label).locator("input, textarea").first().fill(value);
        return this;
    }

    /** A day in the form the date picker of an English browser reads, such as {@code 12/24/2026}. */
    Tasklist pick(String label, String day) {
        Locator input = page.locator(".fjs-form-field-datetime")
                .filter(new Locator.FilterOptions().setHasText(label))
                .locator("input")
                .first();
        input.fill(day);
        input.press("Tab");
        return this;
    }

    /** Whether the field shows what is agreed and takes nothing else. */
    boolean isLocked(String label) {
        return !page.locator(".fjs-form-field-textfield")
                .filter(new Locator.FilterOptions().setHasText(label))
                .locator("input")
                .first()
                .isEditable();
    }

    Tasklist scrollTo(String label) {
        field(label).scrollIntoViewIfNeeded();
        return this;
    }

    Tasklist picture(String name) {
        Browser.picture(page, name);
        return this;
    }

    void complete() {
        Locator own = page.locator(".fjs-container button:has-text('Complete')");
        Locator complete = own.count() > 0
                ? own.first()
                : page.locator("button:has-text('Complete')").last();
        try {
            assertThat(complete).isEnabled();
        } catch (AssertionError disabled) {
            picture("complete-disabled");
            throw new AssertionError(
                    "Complete stays disabled: "
                            + page.locator(".fjs-form-field-error, .task-form .alert")
                                    .allInnerTexts() + " in "
                            + page.locator(".fjs-container").allInnerTexts(),
                    disabled);
        }
        complete.click();
        assertThat(page.locator(".fjs-container")).hasCount(0);
    }

    Page page() {
        return page;
    }

    private Locator field(String label) {
        return page.locator(".fjs-form-field")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("label, .fjs-form-field-label")
                                .filter(new Locator.FilterOptions()
                                        .setHasText(Pattern.compile("^\\s*" + label.replaceAll("[^\\w\\s]", "."))))))
                .last();
    }
}
