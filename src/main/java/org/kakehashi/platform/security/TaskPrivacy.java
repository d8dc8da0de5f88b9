package org.kakehashi.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leaves what is in a task, and letting go of it, to the person who has the task, to those who may claim it and to
 * managers. The engine alone would leave it to everybody who may read or work on tasks.
 */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER + 2)
class TaskPrivacy extends OncePerRequestFilter {

    private static final Pattern CONTENT =
            Pattern.compile("/(?:engine-rest|camunda/api/engine/engine/[^/]+)/task/([^/]+)/"
                    + "(?:form-variables|rendered-form|variables|localVariables|comment|attachment|unclaim)(?:/.*)?");

    private final TaskService tasks;
    private final CurrentUser user;

    TaskPrivacy(TaskService tasks, CurrentUser user) {
        this.tasks = tasks;
        this.user = user;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Matcher content = CONTENT.matcher(RequestGuard.path(request));
        if (content.matches() && isSomebodyElses(content.group(1))) {
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isSomebodyElses(String id) {
        Task task = tasks.createTaskQuery().taskId(id).singleResult();
        if (task == null || user.belongsToOneOf(Roles.MANAGERS, Roles.ADMINISTRATORS)) {
            return false;
        }
        return task.getAssignee() == null
                ? tasks.getIdentityLinksForTask(id).stream()
                        .map(IdentityLink::getGroupId)
                        .noneMatch(group -> group != null && user.belongsToOneOf(group))
                : !task.getAssignee().equals(user.name());
    }
}
