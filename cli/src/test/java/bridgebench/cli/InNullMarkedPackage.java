package bridgebench.cli;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** The package of a class has a package-info that is NullMarked. */
final class InNullMarkedPackage extends ArchCondition<JavaClass> {
  InNullMarkedPackage() {
    super("be in a package whose package-info is @NullMarked");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
    events.add(
        new SimpleConditionEvent(
            type,
            marked,
            type.getName() + " is in package " + type.getPackageName() + ", which is not marked"));
  }
}
