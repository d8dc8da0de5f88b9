package org.kakehashi.platform.camunda;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.kakehashi.platform.security.Roles;

/**
 * Leaves a task to the person who has it or, while nobody has, to those who may claim it, and to managers: in queries as
 * in commands, through every door. The engine's own rights know definitions and would show all tasks of one.
 */
final class OwnTasks {

    private OwnTasks() {}

    private static boolean seesAll(Collection<String> groups) {
        return groups.contains(Roles.MANAGERS) || groups.contains(Roles.ADMINISTRATORS);
    }

    private static Set<String> groups(Authentication user) {
        return user.getGroupIds() == null ? Set.of() : Set.copyOf(user.getGroupIds());
    }

    /** Narrows every task query of a user to the user's own tasks and those of the user's groups. */
    static final class Queries extends AuthorizationManager {

        static SessionFactory factory() {
            return new SessionFactory() {
                @Override
                public Class<?> getSessionType() {
                    return AuthorizationManager.class;
                }

                @Override
                public Session openSession() {
                    return new Queries();
                }
            };
        }

        @Override
        public void configureTaskQuery(TaskQueryImpl query) {
            super.configureTaskQuery(query);
            confined().ifPresent(user -> {
                var own = new TaskQueryImpl();
                query.addOrQuery(own);
                own.taskAssignee(user.getUserId());
                if (!groups(user).isEmpty()) {
                    own.taskCandidateGroupIn(List.copyOf(groups(user)));
                }
            });
        }

        Optional<Authentication> confined() {
            return isAuthCheckExecuted()
                    ? Optional.of(getCurrentAuthentication()).filter(user -> !seesAll(groups(user)))
                    : Optional.empty();
        }
    }

    /** Refuses commands on tasks that are somebody else's. */
    static final class Commands extends AuthorizationCommandChecker {

        @Override
        public void checkReadTask(TaskEntity task) {
            super.checkReadTask(task);
            own(task);
        }

        @Override
        public void checkReadTaskVariable(TaskEntity task) {
            super.checkReadTaskVariable(task);
            own(task);
        }

        @Override
        public void checkUpdateTaskVariable(TaskEntity task) {
            super.checkUpdateTaskVariable(task);
            own(task);
        }

        @Override
        public void checkTaskAssign(TaskEntity task) {
            super.checkTaskAssign(task);
            own(task);
        }

        @Override
        public void checkTaskWork(TaskEntity task) {
            super.checkTaskWork(task);
            own(task);
        }

        private void own(TaskEntity task) {
            ((Queries) getAuthorizationManager())
                    .confined()
                    .filter(user -> !isOwn(task, user))
                    .ifPresent(user -> {
                        throw new AuthorizationException(
                                user.getUserId(),
                                Permissions.TASK_WORK.getName(),
                                Resources.TASK.resourceName(),
                                task.getId());
                    });
        }

        private static boolean isOwn(TaskEntity task, Authentication user) {
            return task.getAssignee() == null
                    ? task.getCandidates().stream()
                            .anyMatch(link -> user.getUserId().equals(link.getUserId())
                                    || groups(user).contains(link.getGroupId()))
                    : task.getAssignee().equals(user.getUserId());
        }
    }
}
