package ntbed.scenario.junit;

import ntbed.scenario.Article;
import ntbed.scenario.ArticleRun;
import ntbed.scenario.ArticleRunner;
import ntbed.scenario.KnowledgeBase;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Runs the article that a parameter's {@link RunOf} names. */
final class ArticleRunResolver implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.isAnnotated(RunOf.class)
                && parameter.getParameter().getType().equals(ArticleRun.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        RunOf wanted = parameter.findAnnotation(RunOf.class).orElseThrow();
        Article article = KnowledgeBase.open()
                .find(wanted.value())
                .orElseThrow(() -> new ParameterResolutionException("there is no article " + wanted.value()));
        return ArticleRunner.run(article, wanted.edition(), wanted.seed());
    }
}
