package ntbed.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import ntbed.component.office97.Office97;
import ntbed.machine.MachineImage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What Psysdup2 is for, and why disabling it is only for machines without Office 97. */
class Q198417Office97Test {
    private static final Remedy DISABLE = Prepared.ARTICLE.remedies().get(1);

    private static Prepared masterWithOffice() {
        MachineImage image = Components.master(Prepared.ARTICLE.setting(), Edition.SERVER);
        return Prepared.master(Components.install("office97", image));
    }

    /** A clone after its wizard, before anybody logs on. */
    private static Prepared cloneBeforeLogOn(Prepared master) {
        List<Step> after = Prepared.ARTICLE.story().after();
        return master.perform(after.subList(0, after.size() - 1));
    }

    private static String productId(Prepared prepared, String machine) {
        return Office97.productId(prepared.door(machine)).orElseThrow();
    }

    @Test
    @DisplayName("S1-35, PD-09: after the first log-on the Product ID of Office 97 differs from the master's; once")
    void changedAtTheFirstLogOn() {
        Prepared master = masterWithOffice();
        String ofTheMaster = productId(master, "master");
        Prepared clone = cloneBeforeLogOn(master);
        assertThat(productId(clone, "clone")).isEqualTo(ofTheMaster);

        clone.bench.logOn("Administrator", "");
        String ofTheClone = productId(clone, "clone");
        clone.bench.logOn("Administrator", "");

        assertThat(ofTheClone).isNotEqualTo(ofTheMaster);
        assertThat(productId(clone, "clone")).isEqualTo(ofTheClone);
    }

    @Test
    @DisplayName("S1-36, PD-09: without a log-on it stays the master's")
    void notBeforeALogOn() {
        Prepared master = masterWithOffice();
        String ofTheMaster = productId(master, "master");
        Prepared clone = cloneBeforeLogOn(master);

        clone.bench.waitFor(7_200_000);

        assertThat(productId(clone, "clone")).isEqualTo(ofTheMaster);
    }

    @Test
    @DisplayName(
            "S1-37: where Office 97 is used, disabling is not offered but warned of: the Product ID stays duplicated")
    void disablingIsForMachinesWithoutOffice() {
        Remedy.Condition condition = DISABLE.onlyIf().get(0);
        Prepared without = Prepared.brokenClone();
        Prepared with = masterWithOffice().cause().afterwards();

        assertThat(condition.check().present(without.at("clone")).holds()).isTrue();
        assertThat(condition.check().present(with.at("clone")).holds()).isFalse();
        assertThat(condition.otherwise()).contains("Product ID of the master");
    }

    @Test
    @DisplayName("S1-37: and it is for disks that are already duplicated, not for the master")
    void disablingIsForDuplicatedDisks() {
        Remedy.Condition condition = DISABLE.onlyIf().get(1);

        assertThat(condition.check().present(Prepared.brokenClone().at("clone")).holds())
                .isTrue();
        assertThat(condition
                        .check()
                        .present(Prepared.master(Edition.SERVER).at("master"))
                        .holds())
                .isFalse();
    }

    @Test
    @DisplayName("S1-37: a run with Office 97 says that the condition does not hold")
    void aRunWithOfficeDiffers() {
        Article article = Prepared.ARTICLE;
        Article.Setting withOffice = new Article.Setting(
                List.of(Edition.SERVER),
                4,
                List.of(new Article.Installed("sysprep", List.of()), new Article.Installed("office97", List.of())));

        ArticleRun run = ArticleRunner.run(
                new Article(
                        article.file(),
                        article.record(),
                        withOffice,
                        article.story(),
                        article.symptoms(),
                        article.evidence(),
                        List.of(DISABLE),
                        List.of(),
                        List.of()),
                Edition.SERVER,
                1);

        assertThat(run.remedies().get(0).conditions().get(0))
                .isEqualTo(new Finding(
                        "Office 97 is not used on the clone",
                        false,
                        "All clones keep the Office 97 Product ID of the master."));
        assertThat(run.verdict().isGood()).isFalse();
    }

    @Test
    @DisplayName("PD-10: without Psydo957.dll the Product ID stays, and nothing fails")
    void withoutTheLibrary() {
        Prepared master = masterWithOffice();
        String ofTheMaster = productId(master, "master");
        new Damage(Damage.Kind.DELETE, Target.file("C:\\Sysprep\\Psydo957.dll"), 0, "").perform(master.bench);

        Prepared clone = master.afterwards();

        assertThat(productId(clone, "clone")).isEqualTo(ofTheMaster);
        assertThat(clone.failures("clone")).isEmpty();
        assertThat(clone.messages("clone")).isEmpty();
    }

    @Test
    @DisplayName("PD-11: with the service disabled although Office 97 is used, two clones keep the same Product ID")
    void disabledAlthoughUsed() {
        Prepared clones = masterWithOffice()
                .cause()
                .afterwards()
                .clone("second", "CLONE2")
                .fork();
        for (String clone : List.of("clone", "second")) {
            clones.startAndLogOn(clone);
            DISABLE.steps().forEach(step -> clones.perform(step.steps()));
            clones.bench.logOn("Administrator", "");
        }

        assertThat(productId(clones, "clone")).isEqualTo(productId(clones, "second"));
        assertThat(clones.failures("clone")).isEmpty();
    }
}
