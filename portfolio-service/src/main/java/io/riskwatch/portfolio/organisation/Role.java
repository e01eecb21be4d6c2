package io.riskwatch.portfolio.organisation;

/** What a member may do in an organisation. */
public enum Role {
    OWNER,
    ADVISER,
    MEMBER,
    VIEWER,
    STUDENT,
    TEACHER,
    ADMIN
}
