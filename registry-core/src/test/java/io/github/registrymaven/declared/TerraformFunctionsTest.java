package io.github.registrymaven.declared;

import static io.github.registrymaven.declared.Fixtures.declared;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.RepositoryState;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each value is what {@code terraform console} 1.11.4 prints. */
class TerraformFunctionsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "substr('hello', 1, 3) | ell",
                "substr('hello', -3, 2) | ll",
                "substr('hello', 3, -1) | lo",
                "title('a-b_c d1e x.y') | A-B_c D1e X.Y",
                "trim('??a??', '?') | a",
                "basename('a/b/c.txt') | c.txt",
                "join('-', ['a'], ['b','c']) | a-b-c",
                "join(',', formatlist('%s-%s', 'x', ['a','b'])) | x-a,x-b",
                "join(',', [for p in setproduct(['a','b'],['x','y']) : join('', p)]) | ax,ay,bx,by",
                "join(',', slice(['a','b','c'],1,2)) | b",
                "index(['a','b'],'b') | 1",
                "sum([1,2.5]) | 3.5",
                "ceil(-1.2) | -1",
                "floor(-1.2) | -2",
                "abs(-1) | 1",
                "signum(-2) | -1",
                "alltrue([true,'true']) | true",
                "alltrue([]) | true",
                "anytrue([]) | false",
                "anytrue([false,true]) | true",
                "join(',', range(4,1)) | 4,3,2",
                "length(coalesce([], ['a'])) | 0",
                "length(coalescelist([], ['a'])) | 1",
                "try(coalesce('', null), 'd') | d",
                "try(tonumber('x'), 1) | 1",
                "tostring(null) == null | true",
                "can(tobool('yes')) | false",
                "can(one(['a','b'])) | false",
                "can(flatten('a')) | false",
                "can(toset('a')) | false",
                "can(slice(['a'],0,2)) | false",
                "can(index(['a'],'z')) | false"
            })
    void isWorkedOutAsTerraformDoes(String expression, String value) {
        assertThat(name(expression)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "join(',', [for k, x in toset(['b','a']) : k]) | a,b",
                "join(',', [for k, x in setunion(['a'],['c']) : k]) | a,c",
                "join(',', [for k, x in setsubtract(['a','b'],['a']) : k]) | b",
                "join(',', [for k, x in tolist(toset(['b','a'])) : k]) | 0,1",
                "join(',', [for k, x in ['b','a'] : k]) | 0,1",
                "can(toset(['a'])[0]) | false"
            })
    void aSetHasItsItemsForKeysAndNoPositions(String expression, String value) {
        assertThat(name(expression)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"format('%d', 'x')", "join(',', 'a')", "contains(null, 'a')", "substr('straße', 0, 4)"})
    void whatIsNotKnownForSureIsLeftOpen(String expression) {
        assertThat(name(expression)).isNull();
    }

    private @Nullable String name(String expression) {
        String code = "resource \"aws_ecr_repository\" \"app\" {\n  name = \"${%s}\"\n}\n"
                .formatted(expression.replace('\'', '"'));
        RepositoryState state = declared(folder, "main.tf", code).states().get(0);
        return state.repository();
    }
}
