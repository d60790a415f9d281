package org.spolia.experiment.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spolia.experiment.ExperimentException;
import org.spolia.symbolic.key.Flattened;
import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.key.NoKey;

class BinderTest {
    @TempDir
    Path folder;

    public enum Colour {
        DARK_RED,
        BLUE
    }

    @FromList
    public record Range(
            @Key("lower end") double lower,
            @Key("upper end") double upper) {
        public Range {
            if (lower >= upper) {
                throw new InvalidValueException("", "lower end must be below the upper end");
            }
        }
    }

    public record Budget(
            @Key(value = "how much", byDefault = "10", above = 0)
            long amount,

            @Key(value = "share", byDefault = "0.5", atLeast = 0, below = 1)
            double share,

            @Key(value = "seeds", byDefault = "[0]", minItems = 1, distinct = true, atLeast = 0)
            List<Long> seeds) {}

    public sealed interface Form permits Circle, Square {}

    @ChosenBy("radius")
    public record Circle(@Key("radius in m") double radius) implements Form {}

    @ChosenBy("side")
    public record Square(
            @Key("side in m") double side,
            @Key(value = "words", byDefault = "''") String note) implements Form {}

    public record Page(
            @Key(value = "name", pattern = "[a-z]+", patternInWords = "lower-case letters")
            String name,

            @Key(value = "budget", byDefault = "{}") Budget budget,
            @Key(value = "colour", byDefault = "blue") Colour colour,
            @Key(value = "train", byDefault = "[0, 1]") Range train,
            @Key(value = "test", sameAs = "train") Range test,
            @Key(value = "forms", byDefault = "[]") List<Form> forms,
            @Key(value = "loud", byDefault = "false") boolean loud) {}

    public record Frame(
            @NoKey String maker,

            @Key(value = "width in m", name = "across", above = 0)
            double width) {
        public static final Frame DEFAULT = new Frame("nobody", 3);
    }

    public record Picture(
            @Key("what it shows") String title,
            @Flattened Frame frame,
            @Key(value = "price", byDefault = "1") int price) {}

    public record Wall(@Key("what hangs on it") Frame frame) {
        public static final Wall DEFAULT = new Wall(Frame.DEFAULT);
    }

    @Test
    void theDefaultOfASectionIsASection() {
        assertThat(Document.parse("{}", "wall").bind(Wall.class)).isEqualTo(Wall.DEFAULT);
        assertThat(JsonSchema.of(Wall.class, "Wall"))
                .contains("\"default\" : { }")
                .doesNotContain("[");
    }

    @Test
    void keysOfAFlattenedRecordStandAmongTheOthers() {
        Document document = Document.parse("{title: sea, across: 2}", "picture");
        Picture picture = document.bind(Picture.class);

        assertThat(picture).isEqualTo(new Picture("sea", new Frame("nobody", 2), 1));
        assertThat(CanonicalJson.of(picture)).isEqualTo("{\"across\":2,\"price\":1,\"title\":\"sea\"}");
        assertThat(JsonSchema.of(Picture.class, "Picture"))
                .containsSubsequence("\"title\"", "\"across\"", "\"default\" : 3", "\"price\"")
                .doesNotContain("frame", "maker", "width\"");
        assertThatThrownBy(() -> Document.parse("{title: sea, across: 0}", "p").bind(Picture.class))
                .hasMessage("p: across: 0 is not allowed; must be > 0");
        assertThatThrownBy(() -> Document.parse("{title: sea, maker: me}", "p").bind(Picture.class))
                .hasMessage("p: maker: unknown key; known keys: title, across, price");
    }

    @Test
    void bindsEveryKindOfValue() {
        Page page = bind("""
                name: page
                budget: {amount: 1e3, share: .25, seeds: [3, 4]}
                colour: dark-red
                train: [1, 2.5]
                forms:
                  - radius: 2
                  - {side: 3, note: 'yes'}
                loud: true
                """, Map.of());

        assertThat(page)
                .isEqualTo(new Page(
                        "page",
                        new Budget(1000, 0.25, List.of(3L, 4L)),
                        Colour.DARK_RED,
                        new Range(1, 2.5),
                        new Range(1, 2.5),
                        List.of(new Circle(2), new Square(3, "yes")),
                        true));
    }

    @Test
    void absentKeysTakeTheirDefaults() {
        Page page = bind("name: page\n", Map.of());

        assertThat(page.budget()).isEqualTo(new Budget(10, 0.5, List.of(0L)));
        assertThat(page.colour()).isEqualTo(Colour.BLUE);
        assertThat(page.test()).isEqualTo(new Range(0, 1));
    }

    @Test
    void anchorsAndAliasesWork() {
        Page page = bind("name: page\ntrain: &box [2, 3]\ntest: *box\n", Map.of());

        assertThat(page.test()).isEqualTo(new Range(2, 3));
    }

    @Test
    void aliasesOfAliasesAreNotWrittenOut() {
        StringBuilder yaml = new StringBuilder("name: page\nk0: &k0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n");
        for (int i = 1; i <= 9; i++) {
            String last = "*k" + (i - 1);
            yaml.append("k" + i + ": &k" + i + " [" + String.join(", ", Collections.nCopies(10, last)) + "]\n");
        }

        assertThatThrownBy(() -> bind(yaml.toString(), Map.of()))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("page.yaml:7: k5")
                .hasMessageContaining("the document has more than 1000000 values after expansion of its aliases");
    }

    @Test
    void aListHasAnEnd() {
        String seeds = IntStream.range(0, 300_000).mapToObj(String::valueOf).collect(Collectors.joining(", "));

        assertThatThrownBy(() -> bind("name: page\nbudget: {seeds: [" + seeds + "]}\n", Map.of()))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining(
                        "page.yaml:2: budget.seeds: the list has 300000 elements; at most 10000 are allowed");
    }

    @Test
    void overridesReplaceAndAddValues() {
        Map<String, String> overrides = new LinkedHashMap<>();
        overrides.put("name", "other");
        overrides.put("budget.amount", "7");
        overrides.put("forms[1].radius", "9");

        Page page = bind("name: page\nforms: [{radius: 1}, {radius: 2}]\n", overrides);

        assertThat(page.name()).isEqualTo("other");
        assertThat(page.budget().amount()).isEqualTo(7);
        assertThat(page.forms()).containsExactly(new Circle(1), new Circle(9));
    }

    /** A row: the YAML ("|" ends a line) and the message after "page.yaml". */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "nam: page => :1: nam: unknown key; did you mean 'name'?",
                "name: page|xyzzy: 1 => :2: xyzzy: unknown key; known keys: name, budget, colour, train, test, forms, loud",
                "name: page|budget:|  amuont: 1 => :3: budget.amuont: unknown key; did you mean 'budget.amount'?",
                "name: page|amount: 1 => :2: amount: unknown key; did you mean 'budget.amount'?",
                "loud: true => :1: name: required key is missing; add it: name",
                "name: page|budget: {amount: 0} => :2: budget.amount: 0 is not allowed; must be > 0",
                "name: page|budget: {share: 1} => :2: budget.share: 1 is not allowed; must be < 1",
                "name: page|budget: {share: .inf} => :2: budget.share: .inf is not allowed; must be a finite number in the range of a double",
                "name: page|budget: {share: 1e999} => :2: budget.share: 1e999 is not allowed; must be a finite number in the range of a double",
                "name: page|budget:|  amount: ten => :3: budget.amount: got text 'ten'; expected a whole number",
                "name: page|budget:|  amount: '10' => :3: budget.amount: got text '10'; expected a whole number",
                "name: page|budget:|  amount: 1.5 => :3: budget.amount: got the number 1.5; expected a whole number",
                "name: page|budget:|  amount: 1_000 => :3: budget.amount: got text '1_000'; expected a whole number",
                "name: page|budget:|  amount: => :3: budget.amount: got nothing; expected a whole number",
                "name: page|budget:|  amount: 99999999999999999999 => :3: budget.amount: 99999999999999999999 is not allowed; must be between -9223372036854775807 and 9223372036854775807",
                "name: page|budget:|  amount: 1e999999999 => :3: budget.amount: 1e999999999 is not allowed; must be between -9223372036854775807 and 9223372036854775807",
                "name: page|budget: [1] => :2: budget: got a list; expected a map with the keys amount, share, seeds",
                "name: page|budget: {seeds: 1} => :2: budget.seeds: got the number 1; expected a list, such as [0, 1]",
                "name: page|budget: {seeds: []} => :2: budget.seeds: the list is empty; name at least 1",
                "name: page|budget:|  seeds:|    - 4|    - 5|    - 4 => :6: budget.seeds[2]: '4' is given twice (first as element 0); give each once",
                "name: page|budget: {seeds: [1, -2]} => :2: budget.seeds[1]: -2 is not allowed; must be >= 0",
                "name: page|colour: bleu => :2: colour: 'bleu' is not allowed; did you mean 'blue'? Allowed: dark-red, blue",
                "name: page|colour: [blue] => :2: colour: got a list; expected one of dark-red, blue",
                "name: page|loud: yes => :2: loud: got text 'yes'; expected true or false",
                "name: 12 => :1: name: got the number 12; expected text: write \"12\"",
                "name: true => :1: name: got the truth value true; expected text: write \"true\"",
                "name: A B => :1: name: 'A B' is not allowed; must be lower-case letters",
                "name: page|train: 3 => :2: train: got the number 3; expected a list [lower, upper]",
                "name: page|train: [3] => :2: train: got 1 elements; expected a list [lower, upper]",
                "name: page|train: [3, x] => :2: train[1]: got text 'x'; expected a number",
                "name: page|train: [3, 2] => :2: train: lower end must be below the upper end",
                "name: page|forms: [{radius: 1}, 4] => :2: forms[1]: got the number 4; expected a map with the key radius or side",
                "name: page|forms:|  - radius: 1|  - sied: 1 => :4: forms[1].sied: unknown key; did you mean 'forms[1].side'?",
                "name: page|forms:|  - radius: 1|  - note: a => :4: forms[1]: needs one of the keys 'radius' or 'side'",
                "name: page|forms:|  - {radius: 1, side: 2} => :3: forms[0].side: unknown key; known keys: radius",
                "name: page|name: other => :2: name: duplicate key (first on line 1); keep one",
                "name: page|budget: {amount: 1, amount: 2} => :2: budget.amount: duplicate key (first on line 2); keep one",
                "name: page|<<: {loud: true} => :2: <<: merge keys are not supported; write the keys out or use an alias for a whole value",
                "name: page|test: *box => :2: test: '*box' refers to an anchor that is not defined above; for the text itself write \"*box\"",
                "name: page|forms: [+, *, /] => :2: not valid YAML: a bare * is an alias in YAML; write \"*\" in quotes",
                "name: page|forms:|  - * => :3: not valid YAML: a bare * is an alias in YAML; write \"*\" in quotes",
                "name: page|budget:|\tamount: 1 => :3: not valid YAML: a tab indents this line; indent with spaces",
                "name: page|forms: [1, 2|loud: true => :3: not valid YAML: expected ',' or ']', but got :; correct the syntax there",
                "name: page: other => :1: not valid YAML: mapping values are not allowed here; correct the syntax there",
                "name: page|---|name: other => :3: a second document starts here; keep one document a file",
                "a,b,c|1,2,3 => :1: got text 'a,b,c 1,2,3'; expected a map with the keys name, budget, colour, train, test, forms, loud",
                "- name: page => :1: got a list; expected a map with the keys name, budget, colour, train, test, forms, loud",
                "# nothing => :1: got nothing; expected a map with the keys name, budget, colour, train, test, forms, loud",
                "` ` => : is empty; write the configuration there",
            })
    void aMistakeGivesOneUsefulLine(String yaml, String message) {
        assertThatThrownBy(() -> bind(yaml.replace('|', '\n'), Map.of()))
                .isInstanceOf(ExperimentException.class)
                .hasMessage(folder.resolve("page.yaml") + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "budget.amuont=3 => --set budget.amuont=3: budget.amuont: unknown key; did you mean 'budget.amount'?",
                "budget.amount=0 => --set budget.amount=0: budget.amount: 0 is not allowed; must be > 0",
                "budget.amount=x => --set budget.amount=x: budget.amount: got text 'x'; expected a whole number",
                "budget.seeds[3]=1 => --set budget.seeds[3]=1: budget.seeds: has no element '3'; the list has 2 elements, counted from 0",
                "name.x=1 => --set name.x=1: name: got a map; expected text",
                ".=1 => --set .=1: '.' is not a key path; write it as search.evaluations or operator-sets[0].name",
                "forms=[ => --set forms=[: not valid YAML: expected the node content, but found '<stream end>'; correct the syntax there",
            })
    void aMistakeInAnOverrideNamesTheOption(String option, String message) {
        int split = option.indexOf('=');
        Map<String, String> overrides = Map.of(option.substring(0, split), option.substring(split + 1));

        assertThatThrownBy(() -> bind("name: page\nbudget: {seeds: [1, 2]}\n", overrides))
                .isInstanceOf(ExperimentException.class)
                .hasMessage(message);
    }

    @Test
    void missingFilesDirectoriesAndForeignEncodingsAreNamed() throws IOException {
        Path file = folder.resolve("page.yaml");
        Files.write(file, new byte[] {'n', (byte) 0xe9});

        assertThatThrownBy(() -> Document.read(file)).hasMessage(file + ": is not UTF-8 text; save it as UTF-8");
        assertThatThrownBy(() -> Document.read(folder.resolve("pgae.yaml")))
                .hasMessage(folder.resolve("pgae.yaml") + ": no such file; did you mean '" + file + "'?");
        assertThatThrownBy(() -> Document.read(folder))
                .hasMessageStartingWith(folder + ": is a directory; name a file");
    }

    @Test
    void theSchemaDescribesWhatIsAccepted() {
        assertThat(JsonSchema.of(Budget.class, "Budget")).isEqualTo("""
                        {
                          "$schema" : "https://json-schema.org/draft/2020-12/schema",
                          "title" : "Budget",
                          "type" : "object",
                          "properties" : {
                            "amount" : {
                              "description" : "how much",
                              "type" : "integer",
                              "exclusiveMinimum" : 0,
                              "default" : 10
                            },
                            "share" : {
                              "description" : "share",
                              "type" : "number",
                              "minimum" : 0,
                              "exclusiveMaximum" : 1,
                              "default" : 0.5
                            },
                            "seeds" : {
                              "description" : "seeds",
                              "type" : "array",
                              "minItems" : 1,
                              "uniqueItems" : true,
                              "items" : {
                                "type" : "integer",
                                "minimum" : 0
                              },
                              "default" : [
                                0
                              ]
                            }
                          },
                          "additionalProperties" : false
                        }
                        """);
    }

    private Page bind(String yaml, Map<String, String> overrides) {
        Path file = folder.resolve("page.yaml");
        try {
            Files.writeString(file, yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Document.read(file, overrides).bind(Page.class);
    }
}
