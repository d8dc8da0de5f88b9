package org.kakehashi.platform.camunda;

import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.kakehashi.platform.security.AccountChanged;
import org.springframework.context.ApplicationEventPublisher;

/**
 * The engine's users, whoever changes them: says when an account is no longer what it was at sign-in, and lets an
 * unknown or locked user cost the same time as a wrong password.
 */
class Accounts extends DbIdentityServiceProvider {

    private final ApplicationEventPublisher news;

    private Accounts(ApplicationEventPublisher news) {
        this.news = news;
    }

    record Factory(ApplicationEventPublisher news) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return Accounts.class;
        }

        @Override
        public Session openSession() {
            return new Accounts(news);
        }
    }

    @Override
    public boolean checkPassword(String userId, String password) {
        UserEntity user = findUserById(userId);
        if (user == null || user.getPassword() == null || isUserLocked(user)) {
            Context.getProcessEngineConfiguration().getPasswordManager().encrypt(password);
            return false;
        }
        return super.checkPassword(userId, password);
    }

    @Override
    public IdentityOperationResult saveUser(User user) {
        if (user instanceof UserEntity account && account.hasNewPassword()) {
            changed(user.getId());
        }
        return super.saveUser(user);
    }

    @Override
    public IdentityOperationResult deleteUser(String userId) {
        changed(userId);
        return super.deleteUser(userId);
    }

    @Override
    public IdentityOperationResult createMembership(String userId, String groupId) {
        changed(userId);
        return super.createMembership(userId, groupId);
    }

    @Override
    public IdentityOperationResult deleteMembership(String userId, String groupId) {
        changed(userId);
        return super.deleteMembership(userId, groupId);
    }

    @Override
    public IdentityOperationResult deleteGroup(String groupId) {
        createUserQuery().memberOfGroup(groupId).list().forEach(member -> changed(member.getId()));
        return super.deleteGroup(groupId);
    }

    private void changed(String user) {
        news.publishEvent(new AccountChanged(user));
    }
}
