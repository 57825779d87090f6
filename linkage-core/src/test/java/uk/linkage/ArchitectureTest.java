package uk.linkage;

import static com.tngtech.archunit.core.domain.JavaModifier.PROTECTED;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shape of the code: data flows one way, the hub cannot see people, bits have no names. */
class ArchitectureTest {
    /** Earlier never uses later. */
    private static final List<String> CORE = List.of(
            "uk.linkage.file",
            "uk.linkage.agreement",
            "uk.linkage.secret",
            "uk.linkage.identity",
            "uk.linkage.destroy",
            "uk.linkage.exchange",
            "uk.linkage.provider.person",
            "uk.linkage.provider.extract",
            "uk.linkage.provider.normalise",
            "uk.linkage.provider.tokenise",
            "uk.linkage.provider.optout",
            "uk.linkage.provider.ceremony",
            "uk.linkage.provider.oprf",
            "uk.linkage.provider.psi",
            "uk.linkage.provider.encode",
            "uk.linkage.provider.clk",
            "uk.linkage.provider.openpseudonymiser",
            "uk.linkage.hub.block",
            "uk.linkage.hub.compare",
            "uk.linkage.hub.decide",
            "uk.linkage.hub.resolve",
            "uk.linkage.hub.crosswalk",
            "uk.linkage.hub.review",
            "uk.linkage.rekey",
            "uk.linkage.quality",
            "uk.linkage.audit.learn",
            "uk.linkage.audit",
            "uk.linkage.report",
            "uk.linkage");

    private static final List<String> BLOOM = List.of(
            "uk.linkage.bloom.kernel", "uk.linkage.bloom", "uk.linkage.bloom.harden", "uk.linkage.bloom.search");

    private static final Set<Class<?>> TEXT = Set.of(String.class, CharSequence.class, char[].class);

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("testdata"))
            .importPackages("uk.linkage");

    @Test
    void dataFlowsOneWay() {
        assertThat(uses().filter(use -> place(use.getTargetClass()) > place(use.getOriginClass())))
                .isEmpty();
    }

    @Test
    void everyPackageHasItsPlace() {
        assertThat(CODE.stream().map(JavaClass::getPackageName).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(BLOOM.stream(), CORE.stream()).toList());
    }

    @Test
    void theHubCannotSeePeopleNorProvidersTheHub() {
        assertThat(uses().filter(use -> isIn(use.getOriginClass(), "hub") && isIn(use.getTargetClass(), "provider")))
                .isEmpty();
        assertThat(uses().filter(use -> isIn(use.getOriginClass(), "provider") && isIn(use.getTargetClass(), "hub")))
                .isEmpty();
    }

    /**
     * No text goes into the bits or comes out of them. Aside: toString, which prints sizes; the name of a kernel and
     * why it is used, for reports; and what Java gives every enum and record component list, valueOf.
     */
    @Test
    void bitsHaveNoNames() {
        assertThat(CODE.stream()
                        .filter(type -> type.getPackageName().startsWith("uk.linkage.bloom"))
                        .filter(ArchitectureTest::isExported)
                        .flatMap(type -> type.getCodeUnits().stream())
                        .filter(unit -> unit.getModifiers().contains(PUBLIC)
                                || unit.getModifiers().contains(PROTECTED))
                        .filter(unit -> !isAside(unit))
                        .filter(ArchitectureTest::speaksText)
                        .map(JavaCodeUnit::getFullName))
                .isEmpty();
    }

    private static Stream<Dependency> uses() {
        return CODE.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(use -> use.getTargetClass()
                        .getBaseComponentType()
                        .getPackageName()
                        .startsWith("uk.linkage"));
    }

    private static int place(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        return name.startsWith("uk.linkage.bloom") ? BLOOM.indexOf(name) : BLOOM.size() + CORE.indexOf(name);
    }

    private static boolean isIn(JavaClass type, String side) {
        return type.getBaseComponentType().getPackageName().startsWith("uk.linkage." + side + ".");
    }

    private static boolean isExported(JavaClass type) {
        return type.getModifiers().contains(PUBLIC)
                && type.getEnclosingClass().map(ArchitectureTest::isExported).orElse(true);
    }

    private static boolean isAside(JavaCodeUnit unit) {
        boolean kernelName = Set.of("name", "reason").contains(unit.getName())
                && unit.getOwner().getPackageName().endsWith(".kernel");
        boolean enumValue = unit.getName().equals("valueOf") && unit.getOwner().isEnum();
        return unit.getName().equals("toString") || kernelName || enumValue;
    }

    private static boolean speaksText(JavaCodeUnit unit) {
        return Stream.concat(unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()))
                .anyMatch(type -> TEXT.stream().anyMatch(type::isEquivalentTo));
    }
}
