package org.ticketingos.access;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Wraps the application's connection pool, so that no query can forget whose rows it may see. */
@Component
class RowSecurity implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource pool && name.equals("dataSource") ? new ScopedDataSource(pool) : bean;
    }
}
