package org.ticketingos.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.ticketingos.access.CurrentUser;

/**
 * Reviewers judge without knowing whose work it is: of the API they reach only what names nobody. Everything else,
 * also calls that come later, is closed to them.
 */
@Configuration(proxyBeanMethods = false)
class BlindReviewers implements WebMvcConfigurer, HandlerInterceptor {

    private static final List<String> OPEN = List.of(
            "/api/v1/tasks", "/api/v1/reviews", "/api/v1/calibrations", "/api/v1/quality", "/api/v1/documents",
            "/api/v1/notices");

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String path = request.getServletPath();
        boolean open = OPEN.stream().anyMatch(start -> path.equals(start) || path.startsWith(start + "/"));
        if (!open && CurrentUser.find().filter(CurrentUser::isBlind).isPresent()) {
            throw new AccessDeniedException("reviewers look at samples only");
        }
        return true;
    }
}
