package org.kakehashi.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kakehashi.ProcessTest;
import org.kakehashi.shared.CaseNumber;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class NumbersProcessTest {

    @Autowired
    Numbers numbers;

    @Test
    void neverCollideWhenEightAskAtOnce() throws InterruptedException, ExecutionException {
        Callable<List<String>> fifty = () -> IntStream.range(0, 50)
                .mapToObj(i -> numbers.next(CaseNumber.Kind.CASE))
                .toList();
        ExecutorService people = Executors.newFixedThreadPool(8);
        List<String> given = new ArrayList<>();
        try {
            for (Future<List<String>> mine :
                    people.invokeAll(IntStream.range(0, 8).mapToObj(i -> fifty).toList())) {
                given.addAll(mine.get());
            }
        } finally {
            people.shutdown();
        }

        assertThat(given).hasSize(400).doesNotHaveDuplicates().allMatch(number -> number.matches("L-\\d{4}-\\d{6}"));
    }

    @Test
    void comeManyAtOnceForAnImport() {
        assertThat(numbers.next(CaseNumber.Kind.SEED, 250)).hasSize(250).doesNotHaveDuplicates();
    }
}
