package ntbed.scenario.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import ntbed.scenario.Edition;
import org.junit.jupiter.api.extension.ExtendWith;

/** The run of an article, on a parameter of type {@link ntbed.scenario.ArticleRun}. */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ArticleRunResolver.class)
public @interface RunOf {
    /** The article's id. */
    String value();

    /** On which machine. */
    Edition edition() default Edition.SERVER;

    /** Where all chance comes from. */
    long seed() default 1;
}
