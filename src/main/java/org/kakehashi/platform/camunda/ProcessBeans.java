package org.kakehashi.platform.camunda;

import java.util.AbstractMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;

/** What expressions in models may see: the beans of the modules' {@code process} packages, and nothing else. */
class ProcessBeans extends AbstractMap<Object, Object> {

    private final ListableBeanFactory beans;

    ProcessBeans(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        if (!(name instanceof String bean) || !beans.containsBean(bean)) {
            return false;
        }
        Class<?> type = beans.getType(bean);
        return type != null
                && ClassUtils.getUserClass(type).getPackageName().matches("org\\.kakehashi\\.\\w+\\.process");
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return containsKey(name) ? beans.getBean((String) name) : null;
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return Set.of();
    }
}
