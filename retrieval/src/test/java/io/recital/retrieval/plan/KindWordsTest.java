package io.recital.retrieval.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What is the rent of the yard?                                   | FACT
            How soon must Pelham report a leak?                             | FACT
            Explain how the rent is adjusted.                               | CLAUSE
            May Pelham sublet the yard?                                     | CLAUSE
            What happens if the yard is flooded?                            | CLAUSE
            What becomes of our tools when the lease ends?                  | CLAUSE
            How do we complain about Pelham?                                | CLAUSE
            What are the house rules of the yard?                           | CLAUSE
            How do demerits turn into money?                                | CLAUSE
            How are points converted into a deduction?                      | CLAUSE
            Which deliverables does Work Order 2 have?                      | LIST
            Which boats does Pelham lend us and at what rates?              | LIST
            Pelham milestones with their prices?                            | LIST
            Minimums that Pelham has to reach each year?                    | LIST
            Was the rise of the berth charge in April 2026 right?           | PERFORMANCE
            Can we still ask for a credit for May 2026?                     | PERFORMANCE
            Do the engineers owe us anything for the late report?           | PERFORMANCE
            Did we forget to invoice the crane?                             | PERFORMANCE
            Is there a deadline coming with Pelham?                         | PERFORMANCE
            Which availability did the crane have to reach in June 2026?    | FACT
            When is a late boat excused?                                    | CLAUSE
            When is the new quay due to be finished?                        | FACT
            Which berths are covered by the lease?                          | LIST
            What must Pelham provide for the regatta, and by when?          | LIST
            Which day is rent day?                                          | FACT
            Compare the notice periods of Pelham and Ostrava.               | COMPARISON
            Which of our suppliers may charge a surcharge for fuel?         | LIST
            List the contracts that end next year.                          | LIST
            What is the longest notice period?                              | COMPUTED
            How many of our contracts are under French law?                 | COMPUTED
            """)
    void tellsTheKindByTheWording(String question, Plan.Kind kind) {
        assertThat(KindWords.kindOf(question)).isEqualTo(kind);
    }
}
