package ntbed.replay;

import java.util.ArrayList;
import java.util.List;
import ntbed.scenario.ArticleRun;
import ntbed.scenario.ArticleRun.PartRun;
import ntbed.scenario.ArticleRun.RemedyRun;
import ntbed.scenario.ArticleRun.VariantRun;
import ntbed.scenario.Finding;

/** Runs in the form of JUnit's XML, which build servers show: one suite a run, one case a finding. */
public final class JUnitXml {
    private record Case(String name, boolean good, String message) {}

    private JUnitXml() {}

    /** The document. */
    public static String of(List<ArticleRun> runs) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
        runs.forEach(run -> suite(xml, run));
        return xml.append("</testsuites>\n").toString();
    }

    private static void suite(StringBuilder xml, ArticleRun run) {
        List<Case> cases = cases(run);
        int failures = 0;
        for (Case one : cases) {
            failures += one.good() ? 0 : 1;
        }
        String name = run.article().record().id() + " on " + run.edition().title();
        xml.append("  <testsuite name=\"").append(escaped(name));
        xml.append("\" tests=\"").append(cases.size());
        xml.append("\" failures=\"").append(failures).append("\" errors=\"0\" skipped=\"0\">\n");
        for (Case one : cases) {
            xml.append("    <testcase classname=\"").append(escaped(name));
            xml.append("\" name=\"").append(escaped(one.name()));
            if (one.good()) {
                xml.append("\"/>\n");
            } else {
                xml.append("\">\n      <failure message=\"").append(escaped(one.message()));
                xml.append("\"/>\n    </testcase>\n");
            }
        }
        xml.append("  </testsuite>\n");
    }

    private static List<Case> cases(ArticleRun run) {
        List<Case> cases = new ArrayList<>();
        add(cases, "symptom", run.symptoms());
        add(cases, "control", run.control());
        run.remedies().forEach(remedy -> remedy(cases, "remedy ", remedy));
        run.attempts().forEach(attempt -> remedy(cases, "attempt ", attempt));
        for (VariantRun variant : run.variants()) {
            String name = "variant " + variant.variant().name();
            add(cases, name, variant.symptoms());
            add(cases, name + " control", variant.control());
            variant.remedies().forEach(remedy -> remedy(cases, name + ", remedy ", remedy));
        }
        cases.add(new Case(
                "verdict",
                run.verdict().isGood(),
                run.verdict().fold(() -> "", where -> String.join("; ", where), why -> why)));
        return cases;
    }

    private static void remedy(List<Case> cases, String word, RemedyRun remedy) {
        String name = word + remedy.remedy().id() + " " + remedy.how();
        for (PartRun part : remedy.parts()) {
            String heading = part.part().heading();
            String where = name + (heading.isEmpty() ? "" : ", " + heading + ",") + " step ";
            part.steps().forEach(step -> add(cases, where + step.step().number(), step.sees()));
        }
        add(cases, name, remedy.proof());
        cases.add(new Case(
                name + ": changes only what it names",
                remedy.unnamed().isEmpty(),
                String.join(", ", remedy.unnamed())));
    }

    private static void add(List<Case> cases, String part, List<Finding> findings) {
        findings.forEach(finding ->
                cases.add(new Case(part + ": " + finding.check(), finding.holds(), "seen: " + finding.seen())));
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\n', '\t', '\r' -> escaped.append("&#").append((int) c).append(';');
                default -> escaped.append(c < ' ' ? '?' : c);
            }
        }
        return escaped.toString();
    }
}
