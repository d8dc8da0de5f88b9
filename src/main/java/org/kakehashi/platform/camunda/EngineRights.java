package org.kakehashi.platform.camunda;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.Permissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.Permissions.TASK_ASSIGN;
import static org.camunda.bpm.engine.authorization.Permissions.TASK_WORK;
import static org.camunda.bpm.engine.authorization.Permissions.UPDATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK_VARIABLE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.SUSPEND_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.TASK;
import static org.camunda.bpm.engine.authorization.Resources.USER;
import static org.camunda.bpm.engine.authorization.TaskPermissions.READ_VARIABLE;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.kakehashi.platform.security.Roles;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The groups and what each may do in the engine, granted on definitions and never per task. Idempotent. */
@Component
@Order(1)
class EngineRights implements ApplicationRunner {

    static final List<String> TASK_GROUPS = List.of(Roles.ADVISERS, Roles.REGISTRARS, Roles.LEGAL, Roles.MANAGERS);

    private static final Map<String, String> GROUPS = Map.of(
            Roles.ADVISERS, "Patent licensing advisers",
            Roles.REGISTRARS, "Registrars",
            Roles.LEGAL, "Legal",
            Roles.MANAGERS, "Managers",
            Roles.SUPERVISORS, "Supervisors",
            Roles.INTEGRATORS, "Integrators",
            Roles.MONITORS, "Monitoring programs",
            Roles.ADMINISTRATORS, "Administrators");

    private final IdentityService identities;
    private final AuthorizationService authorizations;

    EngineRights(IdentityService identities, AuthorizationService authorizations) {
        this.identities = identities;
        this.authorizations = authorizations;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        GROUPS.forEach(this::group);
        TASK_GROUPS.forEach(group -> {
            grant(group, APPLICATION, "tasklist", ACCESS);
            grant(group, PROCESS_DEFINITION, "*", READ, READ_TASK, READ_TASK_VARIABLE, TASK_WORK, TASK_ASSIGN);
            grant(group, TASK, "*", READ, READ_VARIABLE);
        });
        grant(Roles.MANAGERS, APPLICATION, "cockpit", ACCESS);
        grant(
                Roles.MANAGERS,
                PROCESS_DEFINITION,
                "*",
                READ,
                READ_TASK,
                READ_TASK_VARIABLE,
                TASK_WORK,
                TASK_ASSIGN,
                READ_INSTANCE,
                READ_INSTANCE_VARIABLE,
                READ_HISTORY);
        grant(Roles.MANAGERS, USER, "*", READ);
        grant(Roles.SUPERVISORS, APPLICATION, "cockpit", ACCESS);
        grant(
                Roles.SUPERVISORS,
                PROCESS_DEFINITION,
                "*",
                READ,
                READ_INSTANCE,
                READ_HISTORY,
                UPDATE_INSTANCE,
                RETRY_JOB,
                SUSPEND_INSTANCE);
        grant(Roles.SUPERVISORS, DECISION_DEFINITION, "*", READ);
        grant(Roles.INTEGRATORS, PROCESS_DEFINITION, "technology-transfer", READ, CREATE_INSTANCE);
        grant(Roles.INTEGRATORS, PROCESS_INSTANCE, "*", CREATE);
        for (Resources resource : Resources.values()) {
            grant(Roles.ADMINISTRATORS, resource, "*", ALL);
        }
    }

    private void group(String id, String name) {
        if (identities.createGroupQuery().groupId(id).count() == 0) {
            Group group = identities.newGroup(id);
            group.setName(name);
            group.setType("WORKFLOW");
            identities.saveGroup(group);
        }
    }

    void grant(String group, Resource resource, String id, Permission... permissions) {
        Authorization authorization = authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        if (authorization == null) {
            authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            authorization.setGroupId(group);
            authorization.setResource(resource);
            authorization.setResourceId(id);
        }
        authorization.setPermissions(permissions);
        authorizations.saveAuthorization(authorization);
    }
}
